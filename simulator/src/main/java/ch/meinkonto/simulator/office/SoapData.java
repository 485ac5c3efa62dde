package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.soap.exchange.Deliver;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message brings, as the office's clerks look at it. */
final class SoapData {

  private SoapData() {}

  /** The data; XML as a tree. */
  static JsonNode of(Deliver deliver) {
    var content = deliver.getContent();
    if (content.getXml() != null) {
      return tree(content.getXml().getAny());
    }
    return Json.mapper().readTree(content.getText().getValue()).path("answers");
  }

  /** What came from the resident. */
  static List<String> files(Deliver deliver) {
    return deliver.getFile().stream()
        .filter(file -> file.getKind().equals("attachment"))
        .map(file -> file.getName() + " (" + file.getMediaType() + ")")
        .toList();
  }

  private static JsonNode tree(Element element) {
    var tree = Json.mapper().createObjectNode();
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (!attribute.getNodeName().startsWith("xmlns")) {
        tree.put(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    var leaf = true;
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        leaf = false;
        add(tree, child.getLocalName(), tree(child));
      }
    }
    if (leaf && tree.isEmpty()) {
      return Json.mapper().getNodeFactory().stringNode(element.getTextContent());
    }
    return leaf ? tree.put("text", element.getTextContent()) : tree;
  }

  private static void add(ObjectNode tree, String name, JsonNode value) {
    var before = tree.get(name);
    if (before instanceof ArrayNode several) {
      several.add(value);
    } else if (before != null) {
      tree.putArray(name).add(before).add(value);
    } else {
      tree.set(name, value);
    }
  }
}
