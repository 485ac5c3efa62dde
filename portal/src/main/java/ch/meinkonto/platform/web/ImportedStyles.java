package ch.meinkonto.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Serves a style sheet together with those that it imports: one file a component to write, one in
 * all to fetch.
 */
class ImportedStyles implements ResourceTransformer {

  private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([a-z-]+\\.css)\"\\);\n");

  @Override
  public Resource transform(
      HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    var sheet = chain.transform(request, resource);
    var name = sheet.getFilename();
    if (name == null || !name.endsWith(".css")) {
      return sheet;
    }
    var whole =
        IMPORT
            .matcher(sheet.getContentAsString(UTF_8))
            .replaceAll(found -> Matcher.quoteReplacement(neighbour(sheet, found.group(1))));
    return new TransformedResource(sheet, whole.getBytes(UTF_8));
  }

  private static String neighbour(Resource sheet, String name) {
    try {
      return sheet.createRelative(name).getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
