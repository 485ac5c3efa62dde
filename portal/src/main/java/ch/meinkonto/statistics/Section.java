package ch.meinkonto.statistics;

import java.util.List;

/**
 * A part of the page: what one question is answered by.
 *
 * @param id in addresses
 * @param told the answer in a sentence
 * @param charts pictures of it
 * @param legend what the tones of the table’s strips mean; empty for none
 * @param table right below
 * @param whole the same without anything summed up, to take along
 */
public record Section(
    String id,
    String title,
    String told,
    List<TimeChart> charts,
    List<String> legend,
    Sheet table,
    Sheet whole) {

  static Section of(String id, String title, String told, List<String> legend, Sheet table) {
    return new Section(id, title, told, List.of(), legend, table, table);
  }
}
