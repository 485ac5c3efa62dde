package ch.meinkonto.form;

/**
 * What a draft’s pages say about for whom it is filled in.
 *
 * @param name for whom; empty for the visitor themselves
 * @param change where that is changed
 */
public record PartyView(String name, String change) {}
