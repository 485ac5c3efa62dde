package ch.meinkonto.platform.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(SealedUploads.class);
  private static final String LATER = "60"; // seconds

  private final UploadSettings settings;
  private final Semaphore places;

  SealedUploads(UploadSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.largeAtOnce());
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
    var length = request.getContentLengthLong();
    if (length >= 0 && length <= settings.large().toBytes()) {
      read(request, response, chain);
    } else if (places.tryAcquire()) {
      try {
        read(request, response, chain);
      } finally {
        places.release();
      }
    } else {
      LOG.warn(
          "A large form was refused: {} are being read (meinkonto.uploads.large-at-once)",
          settings.largeAtOnce());
      response.setHeader("Retry-After", LATER);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
