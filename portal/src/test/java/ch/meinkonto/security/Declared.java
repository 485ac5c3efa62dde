package ch.meinkonto.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may open which address: the one table of it, and what the code has to keep to. */
final class Declared {

  private static final String TABLE =
      """
      GET    /                                                 public
      GET    /suche                                            public
      GET    /suche/vorschlaege                                public
      GET    /lebenslagen                                      public
      GET    /lebenslagen/{id}                                 public
      GET    /dienste                                          public
      GET    /dienste/{id}                                     public
      GET    /aemter                                           public
      GET    /aemter/{id}                                      public
      GET    /hilfe                                            public
      GET    /zahlen                                           public
      GET    /zahlen/tabelle/{table}.csv                       public
      GET    /zahlen/daten                                     public
      GET    /zahlen/daten/{year:20[0-9]{2}}.json              public
      GET    /zahlen/daten/{year:20[0-9]{2}}.csv               public
      GET    /zahlen/daten/beschreibung.jsonld                 public
      GET    /datenschutz                                      public
      GET    /barrierefreiheit                                 public
      GET    /sitemap.xml                                      public
      GET    /robots.txt                                       public
      GET    /theme.css                                        public
      GET    /assets/**                                        public
      GET    /assets/{version}/**                              public
      GET    /error                                            nothing
      GET    /gestaltung                                       public
      GET    /gestaltung/muster/{pattern}                      public
      GET    /.well-known/jwks.json                            public
      GET    /schemas/{service}/{version}.json                 public
      GET    /**                                               nothing
      GET    /webjars/**                                       nothing

      GET    /actuator/health                                  public
      GET    /actuator/health/**                               public

      GET    /dienste/{service}/antrag                         public
      POST   /dienste/{service}/antrag                         public
      GET    /dienste/{service}/angebote                       public
      GET    /dienste/{service}/angebote/{offer}               public
      GET    /dienste/{service}/angebote/{offer}/termin.ics    public
      GET    /dienste/{service}/angebote/{offer}/verlosung     public
      GET    /dienste/{service}/angebote/{offer}/verlosung.json public
      GET    /dienste/{service}/angebote/{offer}/warteliste    account
      POST   /dienste/{service}/angebote/{offer}/warteliste    account
      POST   /dienste/{service}/angebote/{offer}/warteliste/verlassen account
      GET    /konto/wartelisten                                account
      GET    /kalender/{service}/{language:[a-z]{2}}/{names}.ics public
      GET    /antrag/{id}/angebot                              draft
      POST   /antrag/{id}/angebot                              draft
      GET    /antrag/{id}/fuer-wen                             draft
      POST   /antrag/{id}/fuer-wen                             draft
      GET    /antrag/{id}                                      draft
      GET    /antrag/{id}/{step}                               draft
      POST   /antrag/{id}/{step}                               draft
      POST   /antrag/{id}/{step}/dateien                       draft
      GET    /antrag/{id}/pruefen                              draft
      GET    /antrag/{id}/senden                               public
      POST   /antrag/{id}/senden                               draft
      GET    /antrag/{id}/loeschen                             draft
      POST   /antrag/{id}/loeschen                             draft
      GET    /antraege/nicht-gesendet                          public

      GET    /antraege                                         account
      GET    /antraege/gesendet                                account
      GET    /antraege/{id}/bestaetigung                       owner
      GET    /antraege/{id}/quittung                           owner
      GET    /bezahlen/{id}                                    owner
      POST   /bezahlen/{id}/online                             owner
      POST   /bezahlen/{id}/rechnung                           owner
      POST   /bezahlen/{id}/aendern                            owner
      GET    /bezahlen/{id}/zurueck                            owner
      GET    /bezahlen/{id}/quittung                           owner
      GET    /bezahlen/{id}/rechnung.pdf                       owner
      GET    /quittung/pruefen                                 public
      POST   /quittung/pruefen                                 public
      GET    /quittung                                         public
      POST   /quittung                                         public
      GET    /quittung/{id}                                    address
      GET    /quittung/{id}/quittung                           address

      GET    /mitteilungen                                     account
      POST   /mitteilungen/suche                               account
      GET    /mitteilungen/{id}                                owner
      GET    /mitteilungen/{id}/dokumente/{document}           owner
      GET    /mitteilungen/{id}/quittung.pdf                   owner
      GET    /mitteilungen/{id}/antwort/{question}             owner
      GET    /mitteilungen/{id}/zurueckziehen                  owner
      GET    /mitteilungen/{id}/zustellung/{letter}            owner
      GET    /mitteilungen/{id}/zustellung/{letter}/nachweis.pdf owner
      POST   /mitteilungen/{id}/antwort                        owner
      POST   /mitteilungen/{id}/antwort/{question}             owner
      POST   /mitteilungen/{id}/ungelesen                      owner
      POST   /mitteilungen/{id}/weglegen                       owner
      POST   /mitteilungen/{id}/zurueckholen                   owner
      POST   /mitteilungen/{id}/zurueckziehen                  owner
      POST   /mitteilungen/{id}/zustellung/{letter}            owner

      GET    /datenprotokoll                                   account
      GET    /datenprotokoll/alles.json                        account
      GET    /datenprotokoll/{id}/nachweis.json                owner
      GET    /datenprotokoll/pruefpunkt                        public

      GET    /anmelden                                         public
      POST   /anmelden                                         public
      GET    /anmelden/passkey/optionen                        public
      POST   /anmelden/passkey                                 public
      GET    /anmelden/bestaetigen                             account
      POST   /anmelden/bestaetigen                             account
      GET    /anmelden/bestaetigen/passkey/optionen            account
      POST   /anmelden/bestaetigen/passkey                     account
      GET    /anmelden/access                                  public
      POST   /anmelden/access                                  public
      GET    /anmelden/access/warten                           public
      GET    /anmelden/access/stand                            public
      POST   /anmelden/access/weiter                           public
      POST   /anmelden/access/abbrechen                        public
      POST   /anmelden/mit/{provider}                          public
      GET    /anmelden/mit/{provider}/zurueck                  public
      POST   /anmelden/bestaetigen/verbunden                   account
      POST   /anmelden/bestaetigen/access                      account
      GET    /anmelden/bestaetigen/sms                         account
      POST   /anmelden/bestaetigen/sms                         account
      POST   /anmelden/bestaetigen/sms/code                    account
      POST   /anmelden/bestaetigen/app                         account
      POST   /anmelden/bestaetigen/wiederherstellungscode      account
      POST   /abmelden                                         public
      GET    /registrieren                                     public
      POST   /registrieren                                     public
      GET    /registrieren/code                                public
      POST   /registrieren/code                                public
      POST   /registrieren/code/neu                            public
      GET    /passwort-vergessen                               public
      POST   /passwort-vergessen                               public
      GET    /passwort-vergessen/code                          public
      POST   /passwort-vergessen/code                          public
      POST   /passwort-vergessen/code/neu                      public
      GET    /konto-wiederherstellen                           public
      POST   /konto-wiederherstellen                           public
      GET    /konto-wiederherstellen/code                      public
      POST   /konto-wiederherstellen/code                      public
      POST   /konto-wiederherstellen/code/neu                  public
      POST   /konto-wiederherstellen/brief                     public

      GET    /schalter                                         staff
      POST   /schalter                                         staff
      POST   /schalter/code                                    staff

      GET    /betrieb                                          staff
      GET    /betrieb/aemter                                   staff
      GET    /betrieb/aemter/{id}                              staff
      GET    /betrieb/aemter/{id}/anhalten                     staff
      POST   /betrieb/aemter/{id}/anhalten                     staff
      POST   /betrieb/aemter/{id}/fortsetzen                   staff
      GET    /betrieb/aemter/{id}/alles-erneut-anbieten        staff
      POST   /betrieb/aemter/{id}/alles-erneut-anbieten        staff
      GET    /betrieb/dienste                                  staff
      GET    /betrieb/uebermittlungen                          staff
      GET    /betrieb/uebermittlungen/suche                    staff
      GET    /betrieb/uebermittlungen/{id}                     staff
      POST   /betrieb/uebermittlungen/{id}/erneut-anbieten     staff
      GET    /betrieb/protokoll                                staff
      GET    /betrieb/anmeldungen                              staff
      GET    /betrieb/anmeldungen/{id}                         staff
      POST   /betrieb/anmeldungen/{id}/stimmt                  staff
      POST   /betrieb/anmeldungen/{id}/sperren                 staff
      GET    /betrieb/schluessel                               staff
      GET    /betrieb/stoerungen                               staff
      GET    /betrieb/stoerungen/neu                           staff
      POST   /betrieb/stoerungen                               staff
      POST   /betrieb/stoerungen/{id}/beenden                  staff
      GET    /betrieb/andrang                                  staff
      GET    /betrieb/andrang/neu                              staff
      POST   /betrieb/andrang                                  staff
      GET    /betrieb/andrang/{id}                             staff
      POST   /betrieb/andrang/{id}/anhalten                    staff
      POST   /betrieb/andrang/{id}/fortsetzen                  staff
      POST   /betrieb/andrang/{id}/alle                        staff
      POST   /betrieb/andrang/{id}/beenden                     staff
      GET    /betrieb/zahlungen                                staff
      GET    /betrieb/zahlungen/zahlungen.csv                  staff
      POST   /betrieb/zahlungen/vergleichen                    staff
      GET    /betrieb/zahlungen/bank                           staff
      POST   /betrieb/zahlungen/bank                           staff
      POST   /betrieb/zahlungen/{id}/erledigt                  staff
      GET    /betrieb/vorschlaege                              staff
      POST   /betrieb/vorschlaege/{id}/bestaetigen             staff
      POST   /betrieb/vorschlaege/{id}/ablehnen                staff

      GET    /konto                                            account
      GET    /konto/name                                       account
      POST   /konto/name                                       account
      GET    /konto/kontakt                                    account strong
      POST   /konto/kontakt                                    account strong
      GET    /konto/einstellungen                              account
      POST   /konto/einstellungen                              account
      GET    /konto/email                                      account strong
      POST   /konto/email                                      account strong
      GET    /konto/email/code                                 account strong
      POST   /konto/email/code                                 account strong
      GET    /konto/passwort                                   account strong
      POST   /konto/passwort                                   account strong
      GET    /konto/export                                     account
      GET    /konto/export/daten.json                          account
      GET    /konto/angaben                                    account
      GET    /konto/angaben/schluessel                         account
      GET    /konto/schliessen                                 account
      POST   /konto/schliessen                                 account
      GET    /konto/geschlossen                                public
      GET    /konto/sitzung                                    account
      GET    /konto/zweiter-faktor                             account
      GET    /konto/passkeys                                   account lately
      POST   /konto/passkeys                                   account lately
      GET    /konto/passkeys/angebot                           account
      POST   /konto/passkeys/optionen                          account lately script
      POST   /konto/passkeys/{id}/name                         owner lately
      POST   /konto/passkeys/{id}/entfernen                    owner lately
      GET    /konto/authenticator                              account lately
      GET    /konto/authenticator/neu                          account lately
      POST   /konto/authenticator/neu                          account lately
      POST   /konto/authenticator/neu/code                     account lately
      POST   /konto/authenticator/entfernen                    account lately
      GET    /konto/access                                     account lately
      GET    /konto/access/neu                                 account lately
      POST   /konto/access/neu                                 account lately
      GET    /konto/access/neu/stand                           account lately
      POST   /konto/access/neu/ja                              account lately
      POST   /konto/access/neu/nein                            account lately
      POST   /konto/access/{id}/entfernen                      owner lately
      GET    /konto/logins                                     account lately
      POST   /konto/logins/{provider}/verbinden                account lately
      POST   /konto/logins/{id}/trennen                        owner lately
      GET    /konto/sms                                        account lately
      POST   /konto/sms                                        account lately
      POST   /konto/sms/entfernen                              account lately
      GET    /konto/sms/code                                   account lately
      POST   /konto/sms/code                                   account lately
      POST   /konto/sms/code/neu                               account lately
      GET    /konto/wiederherstellungscodes                    account lately
      POST   /konto/wiederherstellungscodes                    account lately
      GET    /konto/geraete                                    account
      POST   /konto/geraete/abmelden                           account recently
      POST   /konto/geraete/nicht-ich                          account recently
      POST   /konto/geraete/{reference}/abmelden               owner recently
      GET    /konto/anwendungen                                account
      POST   /konto/anwendungen/{client}/trennen               account
      GET    /konto/vollmachten                                account
      POST   /konto/vollmachten/{id}/beenden                   owner
      GET    /konto/vollmachten/neu                            account lately
      POST   /konto/vollmachten/neu                            account lately
      GET    /konto/vollmachten/neu/{id}                       owner lately
      POST   /konto/vollmachten/neu/{id}                       owner lately
      GET    /konto/vollmachten/code                           account
      POST   /konto/vollmachten/code                           account
      POST   /konto/vollmachten/code/annehmen                  account
      GET    /konto/freischaltungen                            account
      POST   /konto/freischaltungen/{service}/aufheben         account
      GET    /konto/freischaltung/{service}                    account
      POST   /konto/freischaltung/{service}                    account
      GET    /konto/freischaltung/{service}/stand              account
      GET    /konto/freischaltung/{service}/brief              account
      POST   /konto/freischaltung/{service}/brief              account

      GET    /access                                           public
      GET    /access/stand                                     public
      GET    /access/app.webmanifest                           public
      POST   /access/oeffnen                                   public
      POST   /access/oeffnen/optionen                          public
      GET    /access/verbinden                                 public
      POST   /access/verbinden                                 public
      POST   /access/verbinden/optionen                        public
      GET    /access/helfer.js                                 public
      POST   /access/push                                      nothing
      POST   /access/push/aus                                  nothing
      GET    /access/handy                                     nothing
      POST   /access/trennen                                   nothing
      POST   /access/anfragen/{id}                             nothing
      POST   /access/anfragen/{id}/optionen                    nothing
      POST   /access/anfragen/{id}/nein                        nothing
      GET    /.well-known/assetlinks.json                      public
      GET    /.well-known/apple-app-site-association           public

      GET    /.well-known/openid-configuration                 public
      GET    /sso/jwks.json                                    public
      GET    /sso/authorize                                    public
      POST   /sso/authorize                                    public outside
      POST   /sso/zustimmung                                   account
      GET    /sso/logout                                       public
      POST   /sso/logout                                       public outside
      POST   /sso/abmelden                                     public
      GET    /sso/abgemeldet                                   public
      GET    /sso/oeffnen/{id}                                 public
      GET    /sso/userinfo                                     bearer
      POST   /sso/userinfo                                     bearer outside
      POST   /sso/par                                          application
      POST   /sso/token                                        application
      POST   /sso/revoke                                       application

      GET    /contract/v1/{name:openapi|asyncapi}.yaml         public
      GET    /contract/v1/{folder:schemas|examples|conformance}/{name:[a-z0-9-]+}.json public
      POST   /contract/v1/token                                application
      POST   /contract/v1/registrations                        application
      GET    /contract/v1/keys                                 unit
      POST   /contract/v1/conformance                          unit
      GET    /contract/v1/conformance                          unit
      POST   /contract/v1/leases                               unit
      GET    /contract/v1/deliveries/{id}/parts/{name}         unit
      DELETE /contract/v1/deliveries/{id}/lease                unit
      POST   /contract/v1/events                               unit
      PUT    /contract/v1/services/{service}/calendars/{calendar} unit
      DELETE /contract/v1/services/{service}/calendars/{calendar} unit
      PUT    /contract/v1/services/{service}/offers/{offer}    unit
      GET    /contract/v1/services/{service}/offers/{offer}    unit
      DELETE /contract/v1/services/{service}/offers/{offer}    unit
      POST   /contract/v1/services/{service}/offers/{offer}/freed unit

      POST   /zahlungen/meldung                                application
      """;

  private Declared() {}

  /** The table. */
  static SortedMap<Route, Set<Rule>> all() {
    var all = new TreeMap<Route, Set<Rule>>();
    TABLE
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          var words = line.strip().split("\\s+");
          var rules = EnumSet.noneOf(Rule.class);
          Arrays.stream(words)
              .skip(2)
              .map(word -> Rule.valueOf(word.toUpperCase(Locale.ROOT)))
              .forEach(rules::add);
          all.put(new Route(words[0], words[1]), rules);
        });
    return all;
  }

  /** What is wrong between these routes and the table, and what to do about it. */
  static Set<String> disagreements(Set<Route> routes, Map<Route, Set<Rule>> table) {
    var wrong = new TreeSet<String>();
    routes.stream()
        .filter(route -> !table.containsKey(route))
        .map(route ->
            route
                + " is new: add a line to the table in Declared that says who may open it (see"
                + " Rule); the walk then tries it as everybody else. What its path names, World"
                + " must know.")
        .forEach(wrong::add);
    table.keySet().stream()
        .filter(route -> !routes.contains(route))
        .map(route -> route + " is gone: take its line out of the table in Declared.")
        .forEach(wrong::add);
    return wrong;
  }
}
