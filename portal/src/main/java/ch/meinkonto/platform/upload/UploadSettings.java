package ch.meinkonto.platform.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much comes in at once.
 *
 * @param maxRequest of a form with all its files; what is larger is not looked at
 * @param large from what size on a form is large: it may come from anybody, and fills the disk
 * @param largeAtOnce how many large forms a node reads at one time
 */
@ConfigurationProperties("meinkonto.uploads")
public record UploadSettings(
    @DefaultValue("310MB") DataSize maxRequest,
    @DefaultValue("16MB") DataSize large,
    @DefaultValue("32") int largeAtOnce) {}
