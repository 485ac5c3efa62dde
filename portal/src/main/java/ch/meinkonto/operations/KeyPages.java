package ch.meinkonto.operations;

import ch.meinkonto.directory.UnitKeys;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.yaml.Finding;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Which unit has which keys since when, and how old the portal's own are. */
@Controller
class KeyPages {

  static final String PATH = DeskDoor.PATH + "/schluessel";

  private final KeyRing ring;
  private final UnitKeys files;
  private final SigningKeys own;
  private final Names names;

  KeyPages(KeyRing ring, UnitKeys files, SigningKeys own, Names names) {
    this.ring = ring;
    this.files = files;
    this.own = own;
    this.names = names;
  }

  @Bean
  static DeskSection keySection() {
    return DeskSection.forAll(PATH, "operations.keys", 60);
  }

  @GetMapping(PATH)
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var alphabet = Collator.getInstance(page.locale());
    model.addAttribute(
        "units",
        ring.of(who).stream()
            .map(held -> view(held, page))
            .sorted(
                Comparator.comparing((UnitKeysView unit) -> unit.trouble() == null)
                    .thenComparing(UnitKeysView::name, alphabet))
            .toList());
    model.addAttribute(
        "refused",
        who.seesAll() ? files.findings().stream().map(KeyPages::said).toList() : List.of());
    model.addAttribute("own", own.own().stream().map(key -> view(key, page)).toList());
    return "operations/keys";
  }

  private UnitKeysView view(KeyRing.Held held, Page page) {
    return new UnitKeysView(
        names.unit(held.unit().value(), page),
        held.keys().stream()
            .map(key -> view(key, held.sealing().filter(key::equals).isPresent(), page))
            .toList(),
        switch (held.state()) {
          case FINE -> null;
          case MISSING -> page.text("operations.keys.missing");
          case EXPIRING -> page.text("operations.keys.expiring");
        });
  }

  private static KeyView view(JWK key, boolean sealing, Page page) {
    var use = KeyUse.ENCRYPTION.equals(key.getKeyUse()) ? "seal" : "sign";
    return new KeyView(
        key.getKeyID(),
        page.text("operations.keys." + use),
        date(KeyRing.since(key), page),
        date(KeyRing.expires(key), page),
        sealing);
  }

  private static KeyView view(SigningKeys.Own key, Page page) {
    return new KeyView(
        key.id(),
        page.text("operations.keys." + key.use()),
        date(Optional.of(key.since()), page),
        null,
        false);
  }

  private static String said(Finding finding) {
    return finding.file().getFileName() + ": " + finding.message();
  }

  private static @Nullable String date(Optional<Instant> instant, Page page) {
    return instant.map(page.formats()::date).orElse(null);
  }
}
