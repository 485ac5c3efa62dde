package ch.meinkonto.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.search.Results;
import ch.meinkonto.catalogue.search.Search;
import ch.meinkonto.directory.CityReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people really type, and what they must find first. */
class SearchTest {

  private static final Search SEARCH = exampleCity();

  static Stream<String> queries() {
    return """
    de | Umzug melden | umzug-melden
    de | umzug | umzug-melden
    de | zügeln | umzug-melden
    de | zuegeln | umzug-melden
    de | zugeln | umzug-melden
    de | ZÜGELN | umzug-melden
    de | zügle | umzug-melden
    de | Züglete | umzug-melden
    de | züglen | umzug-melden
    de | umzüge | umzug-melden
    de | umziehen | umzug-melden
    de | neue adresse | umzug-melden
    de | Adressänderung | umzug-melden
    de | adressaenderung | umzug-melden
    de | adresse wechseln | umzug-melden
    de | Wegzug | umzug-melden
    de | Einwohnerkontrolle anmelden | umzug-melden
    de | ich möchte meinen Umzug melden | umzug-melden
    de | wie melde ich mich ab wenn ich wegziehe | umzug-melden
    de | Geburtsurkunde | zivilstandsdokumente
    de | Geburtsurkunden | zivilstandsdokumente
    de | gebutsurkunde | zivilstandsdokumente
    de | Gebrutsurkunde bestellen | zivilstandsdokumente
    de | Urkunde Geburt | zivilstandsdokumente
    de | Heirat | zivilstandsdokumente
    de | Familienbüchlein | zivilstandsdokumente
    de | familienbuechlein | zivilstandsdokumente
    de | Trauschein | zivilstandsdokumente
    de | Standesamt | zivilstandsdokumente
    de | Todesschein | zivilstandsdokumente
    de | Betreibungsauszug | betreibungsauszug
    de | betreibungs auszug | betreibungsauszug
    de | Betribungsauszug | betreibungsauszug
    de | Betreibungsregisterauszug | betreibungsauszug
    de | Betriibigsuszug | betreibungsauszug
    de | Schulden | betreibungsauszug
    de | Parkkarte | anwohnerparkkarte
    de | parkarte | anwohnerparkkarte
    de | Anwonerparkarte | anwohnerparkkarte
    de | blaue zone | anwohnerparkkarte
    de | Parkbewilligung Auto | anwohnerparkkarte
    de | Töff parkieren | anwohnerparkkarte
    de | parkiere | anwohnerparkkarte
    de | Hund | hund-anmelden
    de | Hunde | hund-anmelden
    de | hund anmelden | hund-anmelden
    de | Hundesteuer | hund-anmelden
    de | Hundemarke | hund-anmelden
    de | Hündli | hund-anmelden
    de | Hnud | hund-anmelden
    de | Chindsgi | schulische-betreuung
    de | Hort | schulische-betreuung
    de | Mittagstisch | schulische-betreuung
    de | kinderbetreuung | schulische-betreuung
    de | Betreuung Kindergarten | schulische-betreuung
    de | Zmittag | schulische-betreuung
    de | Steuererklärung | steuer-fristerstreckung
    de | steuererklaerung verlängern | steuer-fristerstreckung
    de | Frist verlängern | steuer-fristerstreckung
    de | Fristerstreckung | steuer-fristerstreckung
    de | Stüür | steuer-fristerstreckung
    de | Steuern | steuern-verwalten
    de | Steuerfrist | steuer-fristerstreckung
    de | Wohnsitzbestätigung | wohnsitzbestaetigung
    de | Wohnsitzbestaetigung | wohnsitzbestaetigung
    de | wohnsitz bestätigung | wohnsitzbestaetigung
    de | Wonsitzbestätigung | wohnsitzbestaetigung
    de | Meldebescheinigung | wohnsitzbestaetigung
    de | Fundbüro | fundsache
    de | fundbuero | fundsache
    de | Portemonnaie verloren | fundsache
    de | Schlüssel verloren | fundsache
    de | Natel | fundsache
    de | etwas gefunden | fundsache
    de | Velo verloren | fundsache
    de | Schlagloch | schaden-melden
    de | Strassenlampe | schaden-melden
    de | Straßenlampe kaputt | schaden-melden
    de | Lampe kaputt | schaden-melden
    de | Veloweg Loch | schaden-melden
    de | Graffiti | schaden-melden
    de | Abstimmung | stimmrechtsausweis
    de | Stimmrechtsausweis | stimmrechtsausweis
    de | stimausweis | stimmrechtsausweis
    de | abstimmen | stimmrechtsausweis
    de | Strassenfest | veranstaltung
    de | Fest | veranstaltung
    de | Chilbi | veranstaltung
    de | Bewilligung Markt | veranstaltung
    de | Veranstalltung | veranstaltung
    de | Besucherparkkarte | tagesbewilligung-besuch
    de | parkieren für Besuch | tagesbewilligung-besuch
    de | Bsuech parkiere | tagesbewilligung-besuch
    de | Tageskarte parkieren | tagesbewilligung-besuch
    de | Handwerker parkieren | tagesbewilligung-gewerbe
    de | Gewerbeparkkarte | tagesbewilligung-gewerbe
    de | Lieferwagen | tagesbewilligung-gewerbe
    de | Fussgängerzone | zufahrt-fussgaengerzone
    de | mit dem Auto in die Altstadt | zufahrt-fussgaengerzone
    de | Fahrverbot Niederdorf | zufahrt-fussgaengerzone
    de | Unterschriften sammeln | standaktion
    de | Infostand | standaktion
    de | Kuchenverkauf | standaktion
    de | Standaktion | standaktion
    de | Demo | kundgebung
    de | Demonstration anmelden | kundgebung
    de | Kundgebung | kundgebung
    de | Mahnwache | kundgebung
    de | Busse | busse
    de | Buess | busse
    de | Parkbusse | busse
    de | Busse bezahlen | busse
    de | geblitzt | busse
    de | Strafzettel | busse
    de | Einsprache Strafbefehl | busse
    de | Trautermin | trautermin
    de | Hochzeit | trautermin
    de | Traulokal | trautermin
    de | Lesesaal | archiv-lesesaal
    de | Ahnenforschung | archiv-lesesaal
    de | Ferienbetreuung | ferienbetreuung
    de | Ferienhort | ferienbetreuung
    de | Turnhalle | sporthalle
    de | Halle mieten | sporthalle
    de | Deutschkurs | viventa-kurs
    de | Dütsch lerne | viventa-kurs
    de | Berufsberatung | laufbahnberatung
    de | Viamia | laufbahnberatung
    de | Sperrgut | sperrgut
    de | Sofa entsorgen | sperrgut
    de | Grümpel | sperrgut
    de | Baugesuch | baugesuch
    de | Baubewilligung | baugesuch
    de | umbauen | baugesuch
    de | Balkon anbauen | baugesuch
    de | offene Stellen | stellenbewerbung
    de | Job | stellenbewerbung
    de | Lehrstelle | stellenbewerbung
    de | Büez | stellenbewerbung
    de | Hausverkauf Wasser | wasser-handaenderung
    de | Handänderung | wasser-handaenderung
    de | Eigentümerwechsel | wasser-handaenderung
    de | Haus gekauft | wasser-handaenderung
    de | Güsel | entsorgungskalender
    de | Abfallkalender | entsorgungskalender
    de | wann ist Papiersammlung | entsorgungskalender
    de | Kartonabfuhr | entsorgungskalender
    de | Abfallcontainer | betriebskehricht
    de | Container Firma | betriebskehricht
    de | Betriebskehricht | betriebskehricht
    de | Alterswohnung | alterswohnung
    de | Alterswohnig | alterswohnung
    de | Wohnung für Pensionierte | alterswohnung
    de | Seniorenwohnung | alterswohnung
    de | Grosi | alterswohnung
    de | Abfall | entsorgungskalender
    de | Müll | entsorgungskalender
    de | Wochenaufenthalt | wochenaufenthalt-anmelden
    de | wochenaufenthalter anmelden | wochenaufenthalt-anmelden
    de | Wuchenufenthalt | wochenaufenthalt-anmelden
    de | Heimatausweis | wochenaufenthalt-anmelden
    en | weekday resident | wochenaufenthalt-anmelden
    de | Stadtbürgerrecht | stadtbuergerrecht
    de | buergerrecht der stadt | stadtbuergerrecht
    de | Heimatort ändern | stadtbuergerrecht
    de | Iibürgerig | stadtbuergerrecht
    en | citizenship of zurich | stadtbuergerrecht
    de | Grabpflege | grabunterhalt
    de | Grab bepflanzen | grabunterhalt
    de | Fridhof | grabunterhalt
    en | grave | grabunterhalt
    de | Steuern in Raten zahlen | steuer-ratenzahlung
    de | ratenzahlung | steuer-ratenzahlung
    de | Steuerrechnung abstottern | steuer-ratenzahlung
    en | pay taxes in instalments | steuer-ratenzahlung
    de | Beitragsfaktor | beitragsfaktor
    de | was kostet der hort | beitragsfaktor
    en | contribution factor | beitragsfaktor
    de | Kita | kita-subvention
    de | Chrippe | kita-subvention
    de | subventionierter Kitaplatz | kita-subvention
    en | nursery | kita-subvention
    de | Sozialhilfe | sozialhilfe
    de | sozialamt | sozialhilfe
    de | kein geld mehr | sozialhilfe
    de | kes Gäld | sozialhilfe
    en | welfare | sozialhilfe
    de | Zusatzleistungen | zusatzleistungen
    de | Ergänzungsleistungen | zusatzleistungen
    de | rente reicht nicht | zusatzleistungen
    en | supplementary benefits | zusatzleistungen
    de | Pflegeheim | pflegeheim-anmeldung
    de | altersheim anmelden | pflegeheim-anmeldung
    de | mutter ins heim | pflegeheim-anmeldung
    en | nursing home | pflegeheim-anmeldung
    de | Wärmepumpe | heizungsersatz
    de | ölheizung ersetzen | heizungsersatz
    de | Förderung Heizung | heizungsersatz
    en | heat pump | heizungsersatz
    de | birth certificate | zivilstandsdokumente
    en | moving | umzug-melden
    en | change of adress | umzug-melden
    en | birth certificate | zivilstandsdokumente
    en | birth certificat | zivilstandsdokumente
    en | marriage certificates | zivilstandsdokumente
    en | dog | hund-anmelden
    en | dogs | hund-anmelden
    en | register my dog | hund-anmelden
    en | parking permit | anwohnerparkkarte
    en | lost wallet | fundsache
    en | lost my keys | fundsache
    en | tax return deadline | steuer-fristerstreckung
    en | proof of residence | wohnsitzbestaetigung
    en | I need a proof of address for my bank | wohnsitzbestaetigung
    en | pothole | schaden-melden
    en | street party | veranstaltung
    en | kindergarten | schulische-betreuung
    en | vote | stimmrechtsausweis
    en | debt | betreibungsauszug
    en | Geburtsurkunde | zivilstandsdokumente
    en | visitor parking | tagesbewilligung-besuch
    en | pedestrian zone | zufahrt-fussgaengerzone
    en | petition stand | standaktion
    en | protest march | kundgebung
    en | parking ticket | busse
    en | pay a fine | busse
    en | building permit | baugesuch
    en | jobs | stellenbewerbung
    en | apprenticeship | stellenbewerbung
    en | change of owner | wasser-handaenderung
    en | bin day | entsorgungskalender
    en | business waste | betriebskehricht
    en | van parking | tagesbewilligung-gewerbe
    en | senior housing | alterswohnung
    de | zü | umzug-melden
    de | züg | umzug-melden
    de | umz | umzug-melden
    de | geburts | zivilstandsdokumente
    de | stimm | stimmrechtsausweis
    de | parkk | anwohnerparkkarte
    """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theRightServiceComesFirst(String line) {
    var query = Arrays.stream(line.split("\\|")).map(String::strip).toList();
    assertThat(found(query.get(1), query.get(0))).startsWith(query.get(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xyzzy",
        "qwertz",
        "asdfghjkl",
        "Lorem ipsum",
        "blablabla",
        "12345",
        "Quantenphysik",
        "!!!",
        "???",
        "zzzzzzzzzz",
        "Raumschiff"
      })
  void nonsenseFindsNothing(String nonsense) {
    assertThat(found(nonsense, "de")).isEmpty();
    assertThat(found(nonsense, "en")).isEmpty();
  }

  @Test
  void aClearWordBringsFewOthers() {
    assertThat(found("Hund", "de")).hasSizeLessThanOrEqualTo(2);
    assertThat(found("Geburtsurkunde", "de")).hasSizeLessThanOrEqualTo(2);
    assertThat(found("Anwohnerparkkarte", "de")).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void unitsAreFoundToo() {
    assertThat(keys(SEARCH.search("Stadtspital", Searchable.UNIT, "de", 5)))
        .startsWith("stadtspital-zuerich");
    assertThat(keys(SEARCH.search("Steueramt", Searchable.UNIT, "de", 5))).startsWith("steueramt");
  }

  @Test
  void whatWasMeantIsSaidAsItIsWritten() {
    var results = SEARCH.search("gebutsurkunde bestellen", Searchable.SERVICE, "de", 5);
    assertThat(results.meant()).contains("Geburtsurkunde bestellen");
    assertThat(SEARCH.search("Umzug", Searchable.SERVICE, "de", 5).meant()).isEmpty();
  }

  @Test
  void soughtWordsAreMarkedHoweverTheyAreInflected() {
    var marker = SEARCH.search("Urkunde", Searchable.SERVICE, "de", 5).marker();
    assertThat(marker.mark("Bestellen Sie Urkunden über Geburt."))
        .filteredOn(piece -> piece.marked())
        .singleElement()
        .satisfies(piece -> assertThat(piece.text()).isEqualTo("Urkunden"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whateverIsTypedIsOnlyWords(String query) {
    assertThat(SEARCH.search(query, Searchable.SERVICE, "de", 10).hits()).hasSizeLessThan(11);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        " ",
        "a".repeat(10_000),
        "umzug ".repeat(2_000),
        "*:*",
        "NAME.de:* OR (hund~9 && \"x\")^9",
        "*",
        "?",
        "\\",
        "[a TO z]",
        "/.*/",
        "\u0000\u0001\u001b[31m\u202e",
        "\ud800",
        "🐕 🏠",
        "🐕‍🦺".repeat(50),
        "ﷺ".repeat(200),
        "e\u0301".repeat(100),
        "-".repeat(200),
        "<script>alert(1)</script>");
  }

  private static List<String> found(String query, String language) {
    return keys(SEARCH.search(query, Searchable.SERVICE, language, 10));
  }

  private static List<String> keys(Results results) {
    return results.hits().stream().map(Results.Hit::key).toList();
  }

  private static Search exampleCity() {
    return switch (CityReader.ofAllModules().read(Path.of("../city/zuerich"))) {
      case CityReader.Result.Read(var city) -> city.get(Search.class);
      case CityReader.Result.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }
}
