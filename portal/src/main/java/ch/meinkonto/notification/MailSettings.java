package ch.meinkonto.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail leaves the portal.
 *
 * @param url {@code smtp://user:password@host:port} (upgraded with STARTTLS, unless it is on this
 *     machine) or {@code smtps://…}; empty in the demo
 * @param demoUrl the demo's own mail server
 * @param from the address that mails come from
 */
@ConfigurationProperties("meinkonto.mail")
record MailSettings(String url, String demoUrl, String from) {}
