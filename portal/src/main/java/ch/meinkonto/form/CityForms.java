package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import java.util.Map;

/** The forms of all services of a city that have one. */
public record CityForms(Map<ServiceId, ServiceForm> byService) {

  public CityForms {
    byService = Map.copyOf(byService);
  }
}
