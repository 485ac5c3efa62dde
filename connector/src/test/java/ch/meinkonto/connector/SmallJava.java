package ch.meinkonto.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another Java with little memory, for what must not need much; and what would not fit in it. */
public final class SmallJava {

  /** How much it has. */
  public static final int MEGABYTES = 64;

  /** More than that. */
  public static final long LARGE = 100L * 1024 * 1024;

  private SmallJava() {}

  /** What the main method of a class says in there, in lines that begin with {@code =}. */
  public static String run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + MEGABYTES + "m",
                "-XX:MaxDirectMemorySize=16m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(java.getInputStream().readAllBytes(), UTF_8);
    assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return said.lines().filter(line -> line.startsWith("=")).collect(Collectors.joining("\n"));
  }

  /** So many bytes that nobody holds. */
  public static InputStream bytes(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int some = (int) Math.min(left, length);
        Arrays.fill(into, offset, offset + some, (byte) 'x');
        left -= some;
        return some;
      }
    };
  }
}
