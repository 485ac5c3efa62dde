package ch.meinkonto.platform.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much comes in at once.
 *
 * @param maxRequest of a form with all its files; what is larger is not looked at
 */
@ConfigurationProperties("meinkonto.uploads")
public record UploadSettings(@DefaultValue("310MB") DataSize maxRequest) {}
