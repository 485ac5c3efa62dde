package ch.meinkonto.form;

import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.Localized;
import java.nio.file.Path;

/**
 * A service’s form with what its pages say besides.
 *
 * @param name what the service is called
 * @param unit the unit in charge
 * @param level how surely one must have proved who one is to send it
 * @param audience whose accounts may send it
 * @param file the service’s file
 * @param rehearsed whether nobody can fill it in, because its unit only tries out its system
 * @param versionLine the line in it that says the version of the answers’ schema
 */
public record ServiceForm(
    Form form,
    Localized<String> name,
    UnitId unit,
    Level level,
    Audience audience,
    boolean rehearsed,
    Path file,
    int versionLine) {}
