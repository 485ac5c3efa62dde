package ch.meinkonto.testing;

import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.platform.yaml.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The example city in a folder in which a test may write what it likes.
 *
 * @param folder its files
 */
public record CopiedCity(Path folder) {

  /** Copies it into an empty folder. */
  public static CopiedCity into(Path folder) throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), folder);
    return new CopiedCity(folder);
  }

  /** The city as it is read now, if it is in order. */
  public CitySnapshot read() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read(var city) -> city;
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings);
    };
  }

  /** What is wrong with it now. */
  public List<Finding> findings() {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read _ -> List.of();
      case CityReader.Result.Refused(var findings) -> findings;
    };
  }
}
