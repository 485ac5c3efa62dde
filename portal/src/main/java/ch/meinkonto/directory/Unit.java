package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Localized;
import org.jspecify.annotations.Nullable;

/**
 * An organisational unit of the city: it offers services and takes requests into its own system.
 *
 * @param about one plain sentence
 * @param partOf the unit that this one belongs to
 * @param test whether it only tries out its system: nobody finds its services
 * @param offices how many counters with a system of their own stand behind it
 */
public record Unit(
    UnitId id,
    DepartmentId department,
    Localized<String> name,
    Localized<String> about,
    @Nullable UnitId partOf,
    boolean test,
    int offices,
    Channel channel,
    Contact contact) {}
