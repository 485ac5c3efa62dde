package ch.meinkonto.statistics;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How statistics are published.
 *
 * @param licence under which everybody may use them, as DCAT-AP CH names it
 * @param sample file with the growth after which a demo makes up its history; empty for none
 */
@ConfigurationProperties("meinkonto.statistics")
record StatisticsSettings(
    @DefaultValue("http://dcat-ap.ch/vocabulary/licenses/terms_open") URI licence,
    @DefaultValue("") String sample) {}
