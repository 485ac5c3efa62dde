package ch.meinkonto.simulator.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.ws.soap.SoapVersion;

/** The web services of offices, and their description. */
@RestController
@RequestMapping("/soap/{unit}")
class SoapPages {

  private final Offices offices;
  private final SoapDoor older = new SoapDoor(SoapVersion.SOAP_11);
  private final SoapDoor newer = new SoapDoor(SoapVersion.SOAP_12);

  SoapPages(Offices offices) {
    this.offices = offices;
  }

  private SoapOffice office(String unit) {
    return offices
        .find(unit, SoapOffice.class)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping
  void exchange(
      @PathVariable String unit,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Exception {
    var office = office(unit);
    if (!office.isLetIn(authorization)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    var door = type.contains("application/soap+xml") ? newer : older;
    door.handle(request, response, office::answer);
  }

  @GetMapping("/exchange.wsdl")
  ResponseEntity<String> description(@PathVariable String unit, HttpServletRequest request)
      throws IOException {
    office(unit);
    var here = request.getRequestURL().toString().replaceFirst("/exchange\\.wsdl$", "");
    return xml(file("exchange.wsdl").replace("http://localhost:8081/soap/unit", here));
  }

  @GetMapping("/exchange.xsd")
  ResponseEntity<String> schema(@PathVariable String unit) throws IOException {
    office(unit);
    return xml(file("exchange.xsd"));
  }

  private static ResponseEntity<String> xml(String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8))
        .body(text);
  }

  private static String file(String name) throws IOException {
    return new ClassPathResource("soap/" + name).getContentAsString(StandardCharsets.UTF_8);
  }
}
