package ch.meinkonto.platform.web;

import ch.meinkonto.platform.upload.UploadSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form with far too much in it gets an answer that says so: before anything looks into it, which
 * would break the connection, and with a page that does not look into it either. The rest of the
 * request is read and thrown away (Tomcat’s {@code max-swallow-size}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LargeUploads extends OncePerRequestFilter {

  private final long limit;

  LargeUploads(UploadSettings settings) {
    this.limit = settings.maxRequest().toBytes();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(new WithoutContent(request), response);
    } else if (request.getContentLengthLong() > limit) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** What the error page gets to see: nobody asks for the parts of something without a type. */
  private static final class WithoutContent extends HttpServletRequestWrapper {

    WithoutContent(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }
  }
}
