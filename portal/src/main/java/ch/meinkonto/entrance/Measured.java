package ch.meinkonto.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Measures what goes on. Programs that wait for something to happen, files, and forms that a phone
 * sends slowly say nothing about what the node has to do.
 */
@Component
class Measured {

  private static final List<String> NOT_PAGES = List.of("/contract/", "/assets/", "/actuator/");

  private final LoadMeter meter;

  Measured(LoadMeter meter) {
    this.meter = meter;
  }

  void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getServletPath();
    if (NOT_PAGES.stream().anyMatch(path::startsWith)) {
      chain.doFilter(request, response);
      return;
    }
    var begin = System.nanoTime();
    meter.begin();
    try {
      chain.doFilter(request, response);
    } finally {
      meter.end();
      if ("GET".equals(request.getMethod())) {
        meter.page(System.nanoTime() - begin);
      }
    }
  }
}
