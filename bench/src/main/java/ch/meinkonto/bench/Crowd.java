package ch.meinkonto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** People of whom several do the same at a time; none does two things at once. */
record Crowd<P>(List<P> people, int threads) {

  /** Lets it be done so many times in all; returns how long that takes, in nanoseconds. */
  long each(int times, Consumer<P> what) {
    try (var workers = Executors.newFixedThreadPool(threads)) {
      var begin = System.nanoTime();
      var done = new ArrayList<Future<?>>();
      for (int worker = 0; worker < threads; worker++) {
        var first = worker;
        done.add(workers.submit(() -> work(first, times, what)));
      }
      for (var one : done) {
        one.get();
      }
      return System.nanoTime() - begin;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void work(int worker, int times, Consumer<P> what) {
    var share = (people.size() - worker + threads - 1) / threads;
    var turn = 0;
    for (int number = worker; number < times; number += threads) {
      what.accept(people.get(worker + turn++ % share * threads));
    }
  }
}
