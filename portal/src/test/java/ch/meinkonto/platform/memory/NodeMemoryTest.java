package ch.meinkonto.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class NodeMemoryTest {

  private final NodeMemories memories = new NodeMemories();
  private final NodeMemory<String> memory = memories.open("words", 10);
  private @Nullable String stored = "first";
  private int reads;

  @Test
  void aNodeThatHearsReadsOnce() {
    memories.hear();

    assertThat(read()).isEqualTo("first");
    stored = "second";
    assertThat(read()).isEqualTo("first");
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void aDeafNodeRemembersNothing() {
    assertThat(read()).isEqualTo("first");
    stored = "second";
    assertThat(read()).isEqualTo("second");
  }

  @Test
  void whatItKnewBeforeItWasDeafCountsNoMore() {
    memories.hear();
    read();
    memories.hearNothing();
    stored = "second";
    memories.hear();

    assertThat(read()).isEqualTo("second");
  }

  @Test
  void whatChangedIsReadAgain() {
    memories.hear();
    read();
    stored = "second";
    memory.changed("key");

    assertThat(read()).isEqualTo("second");
  }

  @Test
  void whatChangedElsewhereIsReadAgain() {
    memories.hear();
    read();
    stored = "second";
    memories.forget(new NodeMemories.Change("words", "key"));

    assertThat(read()).isEqualTo("second");
  }

  @Test
  void whatChangesWhileItIsReadIsNotRemembered() {
    memories.hear();
    var read =
        memory.get(
            "key",
            _ -> {
              var before = stored;
              stored = "second";
              memory.changed("key");
              return before;
            });

    assertThat(read).isEqualTo("first");
    assertThat(read()).isEqualTo("second");
  }

  @Test
  void whatIsNotThereIsLookedForAgain() {
    memories.hear();
    stored = null;
    assertThat(read()).isNull();
    stored = "first";
    assertThat(read()).isEqualTo("first");
  }

  @Test
  void aChangeCountsWhenItsTransactionCommits() throws InterruptedException {
    memories.hear();
    read();
    TransactionSynchronizationManager.initSynchronization();
    try {
      memory.changed("key");
      assertThat(read()).isEqualTo("first");
      stored = "second";
      TransactionSynchronizationUtils.triggerAfterCommit();
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }

    assertThat(read()).isEqualTo("second");
    assertThat(memories.untold()).containsExactly(new NodeMemories.Change("words", "key"));
  }

  @Test
  void aMemoryThatThisNodeDoesNotHaveIsNoTrouble() {
    memories.forget(new NodeMemories.Change("of another version", "key"));

    assertThat(read()).isEqualTo("first");
  }

  private @Nullable String read() {
    return memory.get(
        "key",
        _ -> {
          reads++;
          return stored;
        });
  }
}
