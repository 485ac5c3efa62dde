package ch.meinkonto.platform.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms with files before the server would, who puts files on the disk as they are: before
 * all filters that ask for a field. Whatever becomes of the request, its files go with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class SealedUploads extends OncePerRequestFilter {

  private final UploadSettings settings;

  SealedUploads(UploadSettings settings) {
    this.settings = settings;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null
        || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var form = new SealedForm(request, settings.maxRequest())) {
      pass(form, response, chain);
    }
  }

  private static void pass(SealedForm form, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(form, response);
    } catch (ServletException | RuntimeException e) {
      if (form.refused().isEmpty()) {
        throw e;
      }
      if (!response.isCommitted()) { // the server answers itself who broke off
        response.sendError(form.refused().get().status());
      }
    }
  }
}
