package ch.meinkonto.platform.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** What another module may bring, looked for once: the container takes long to answer. */
final class Found {

  private Found() {}

  static <T> Supplier<Optional<T>> once(ObjectProvider<T> beans) {
    return SingletonSupplier.of(() -> beans.stream().findFirst());
  }
}
