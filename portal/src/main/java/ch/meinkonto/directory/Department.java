package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Localized;

/** A part of the city’s administration under which units stand. */
public record Department(DepartmentId id, Localized<String> name, Localized<String> about) {}
