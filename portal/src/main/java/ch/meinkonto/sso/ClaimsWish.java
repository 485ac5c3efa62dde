package ch.meinkonto.sso;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single claims that an application asks for (OpenID Connect Core §5.5). Those that it may not ask,
 * or that nobody has, are left out: that is no error there.
 *
 * @param idToken claims for the ID token
 * @param userInfo claims for the answer about the person
 * @param levels levels of which it needs one, in the order of its preference
 */
record ClaimsWish(Set<String> idToken, Set<String> userInfo, Set<String> levels) {

  static final ClaimsWish NOTHING = new ClaimsWish(Set.of(), Set.of(), Set.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads the parameter; empty when it is not what the standard says. */
  static Optional<ClaimsWish> read(String text, Set<Detail> allowed) {
    try {
      var json = JSON.readTree(text);
      var idToken = json.path("id_token");
      var userInfo = json.path("userinfo");
      if (!json.isObject() || !isMembers(idToken) || !isMembers(userInfo)) {
        return Optional.empty();
      }
      return Optional.of(
          new ClaimsWish(names(idToken, allowed), names(userInfo, allowed), levels(idToken)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isMembers(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isObject();
  }

  private static Set<String> names(JsonNode members, Set<Detail> allowed) {
    var names = new TreeSet<String>();
    members.propertyNames().stream()
        .filter(name -> Detail.ofClaim(name).filter(allowed::contains).isPresent())
        .forEach(names::add);
    return names;
  }

  /**
   * An essential acr (§5.5.1.1) that is not reached is an error; one that is only wished is not.
   */
  private static Set<String> levels(JsonNode idToken) {
    var acr = idToken.path("acr");
    var levels = new LinkedHashSet<String>();
    if (acr.path("essential").asBoolean(false)) {
      acr.path("values").valueStream().map(JsonNode::asString).forEach(levels::add);
      if (acr.path("value").isString()) {
        levels.add(acr.path("value").asString());
      }
    }
    return levels;
  }
}
