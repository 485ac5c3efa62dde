package ch.meinkonto.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where leaked passwords are looked up.
 *
 * @param source the folder with the operator's copy, or the address of a server, to which five
 *     characters are appended; empty when they are not
 */
@ConfigurationProperties("meinkonto.leaked-passwords")
record LeakedSettings(@DefaultValue("") String source) {}
