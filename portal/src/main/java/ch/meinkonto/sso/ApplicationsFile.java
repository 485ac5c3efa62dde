package ch.meinkonto.sso;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.catalogue.Reach;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.directory.CityPart;
import ch.meinkonto.directory.CityReading;
import ch.meinkonto.directory.Ids;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeyFile;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.WebAddress;
import ch.meinkonto.platform.yaml.YamlNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code sso.yaml}: the units' applications. A city without any has no such file. */
public final class ApplicationsFile implements CityPart<Applications> {

  private static final String FILE = "sso.yaml";
  private static final Map<String, Boolean> PUSHED_ONLY =
      Map.of("required", true, "optional", false);

  @Override
  public Class<Applications> type() {
    return Applications.class;
  }

  @Override
  public Applications read(CityReading reading) {
    var applications = applications(reading);
    for (var service : reading.part(Offer.class).services()) {
      if (service.reach() instanceof Reach.ByApplication(var id)) {
        fault(service, applications.find(id))
            .ifPresent(fault ->
                reading
                    .yaml("services/" + service.id() + ".yaml")
                    .require("application")
                    .finding(fault));
      }
    }
    return applications;
  }

  /** Why a service cannot lead into an application. */
  private static Optional<String> fault(Service service, Optional<Application> application) {
    if (application.isEmpty()) {
      return Optional.of("there is no such application in " + FILE);
    }
    if (application.get().initiateLogin() == null) {
      return Optional.of("this application has no “initiate-login-uri” in " + FILE);
    }
    return application.get().level().covers(service.level())
        ? Optional.empty()
        : Optional.of("this application asks for less than the service’s level, see " + FILE);
  }

  private static Applications applications(CityReading reading) {
    if (!Files.exists(reading.folder().resolve(FILE))) {
      return new Applications(List.of());
    }
    var root = reading.yaml(FILE);
    root.allow("applications");
    var applications = new ArrayList<Application>();
    var ids = new HashSet<String>();
    for (var node : root.require("applications").items()) {
      var application = application(node, reading);
      if (!ids.add(application.id())) {
        node.finding("there is already an application “" + application.id() + "”");
      }
      applications.add(application);
    }
    return new Applications(applications);
  }

  private static Application application(YamlNode node, CityReading reading) {
    node.allow(
        "id",
        "unit",
        "name",
        "purpose",
        "redirect-uris",
        "post-logout-redirect-uris",
        "back-channel-logout-uri",
        "initiate-login-uri",
        "pushed-requests",
        "jwks",
        "jwks-file",
        "scopes",
        "level");
    var redirects = node.require("redirect-uris");
    if (redirects.isList() && redirects.items().isEmpty()) {
      redirects.finding("an application has at least one redirect URI");
    }
    return new Application(
        Ids.read(node.require("id"), id -> id, "anwendung"),
        unit(node.require("unit"), reading),
        node.require("name").localized(reading.languages()),
        node.require("purpose").localized(reading.languages()),
        uris(redirects),
        node.at("post-logout-redirect-uris").map(ApplicationsFile::uris).orElse(List.of()),
        node.at("back-channel-logout-uri").map(ApplicationsFile::uri).orElse(null),
        node.at("initiate-login-uri").map(ApplicationsFile::uri).orElse(null),
        node.at("pushed-requests").map(wish -> wish.oneOf(PUSHED_ONLY)).orElse(false),
        keys(node, reading),
        details(node),
        node.at("level").map(level -> level.oneOf(Acr.byCode())).orElse(Acr.LOGIN));
  }

  private static UnitId unit(YamlNode node, CityReading reading) {
    var unit = Ids.read(node, UnitId::new, "amt");
    if (!node.isMissing() && reading.part(Organisation.class).unit(unit).isEmpty()) {
      node.finding("there is no unit “" + unit + "” in organisation.yaml");
    }
    return unit;
  }

  private static List<URI> uris(YamlNode list) {
    return list.items().stream().map(ApplicationsFile::uri).toList();
  }

  private static URI uri(YamlNode node) {
    var uri = WebAddress.read(node);
    if (!uri.getRawPath().startsWith("/")) {
      node.finding("an address of an application has a path, even if it is only /");
    }
    return uri;
  }

  private static @Nullable JWKSet keys(YamlNode node, CityReading reading) {
    var inline = node.at("jwks");
    var file = node.at("jwks-file");
    if (inline.isPresent() && file.isPresent()) {
      node.finding("there is “jwks” and “jwks-file”; one of them is enough");
      return null;
    }
    if (inline.isPresent()) {
      var findings = new Findings();
      var keys =
          UnitKeyFile.keys(JSONObjectUtils.toJSONString(map(inline.get())), node.file(), findings);
      findings.all().forEach(finding -> inline.get().finding(finding.message()));
      return keys.orElse(null);
    }
    if (file.isPresent()) {
      var name = file.get().text();
      if (!name.matches("[a-z0-9-]+(/[a-z0-9-]+)?\\.jwks\\.json")) {
        file.get().finding("a file of this folder, such as sso/school.jwks.json");
        return null;
      }
      return UnitKeyFile.keys(reading.folder().resolve(name), reading.findings()).orElse(null);
    }
    return null;
  }

  private static Map<String, Object> map(YamlNode node) {
    var map = new LinkedHashMap<String, Object>();
    node.entries().forEach((key, value) -> map.put(key, json(value)));
    return map;
  }

  private static Object json(YamlNode node) {
    if (node.isMap()) {
      return map(node);
    }
    return node.isList() ? node.items().stream().map(ApplicationsFile::json).toList() : node.text();
  }

  private static Set<Detail> details(YamlNode node) {
    var details = EnumSet.noneOf(Detail.class);
    node.at("scopes").map(YamlNode::items).orElse(List.of()).stream()
        .map(item -> item.oneOf(Detail.byScope()))
        .forEach(details::add);
    return details;
  }
}
