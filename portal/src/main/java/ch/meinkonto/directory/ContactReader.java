package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads how somebody can be reached. */
final class ContactReader {

  private ContactReader() {}

  static Contact read(YamlNode node, Languages languages) {
    if (node.isMissing()) {
      return new Contact(null, null, null, null, null, null);
    }
    node.allow("name", "phone", "email", "url", "address", "hours");
    return new Contact(
        node.at("name").map(name -> name.localized(languages)).orElse(null),
        node.at("phone").map(ContactReader::phone).orElse(null),
        node.at("email").map(ContactReader::email).orElse(null),
        node.at("url").map(ContactReader::url).orElse(null),
        node.at("address").map(YamlNode::text).orElse(null),
        node.at("hours").map(hours -> hours.localized(languages)).orElse(null));
  }

  private static String phone(YamlNode node) {
    var text = node.text();
    if (!text.matches("\\+[0-9][0-9 ]{6,19}")) {
      node.finding("a telephone number is written like +41 44 000 10 10");
    }
    return text;
  }

  static String email(YamlNode node) {
    var text = node.text();
    if (!node.isMissing() && !text.matches("[^@\\s]{1,64}@[a-z0-9.-]+\\.[a-z]{2,}")) {
      node.finding("not an e-mail address");
    }
    return text;
  }

  static @Nullable URI url(YamlNode node) {
    var text = node.text();
    try {
      var url = URI.create(text);
      if ("https".equals(url.getScheme()) && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    node.finding("an address must begin with https://");
    return null;
  }
}
