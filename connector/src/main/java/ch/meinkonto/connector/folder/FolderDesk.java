package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.handover.Disk;
import java.time.Clock;
import java.time.Duration;

/**
 * What inbox and outbox of a unit share.
 *
 * @param settle how long a dropped file must stay the same before it is read
 */
record FolderDesk(String unit, Layout layout, Disk disk, Clock clock, Duration settle) {}
