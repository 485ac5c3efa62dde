package ch.meinkonto.catalogue;

import ch.meinkonto.platform.yaml.Localized;
import java.util.List;

/**
 * What a service’s page says.
 *
 * @param summary one or two sentences for lists
 * @param search words by which people look for it
 * @param forWhom who it is for
 * @param need what to have at hand
 * @param cost what it costs, in words
 * @param duration how long filling in takes
 * @param answerTime when an answer comes
 * @param next what happens after sending, step by step
 * @param offline the way without internet
 * @param about what else is good to know, in {@link ch.meinkonto.directory.Markdown}
 */
public record ServiceTexts(
    Localized<String> name,
    Localized<String> summary,
    Localized<List<String>> search,
    Localized<String> forWhom,
    Localized<List<String>> need,
    Localized<String> cost,
    Localized<String> duration,
    Localized<String> answerTime,
    Localized<List<String>> next,
    Localized<String> offline,
    Localized<String> about) {}
