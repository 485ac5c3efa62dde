package ch.meinkonto.activation;

import java.util.List;
import java.util.UUID;

/**
 * These submissions are brought to nobody any more; published in the transaction that erases them.
 */
public record ActivationsErased(List<UUID> ids) {

  public ActivationsErased {
    ids = List.copyOf(ids);
  }
}
