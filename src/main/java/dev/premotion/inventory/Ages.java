package dev.premotion.inventory;

import java.time.Duration;

/**
 * How old facts may be. What changes faster than snapshots are taken is not known any more when its time is over.
 *
 * @param snapshot all of a vCenter. Default 30 days: hosts are patched and licences change about monthly, so that an older
 *     snapshot describes another estate.
 * @param freeSpace space left on datastores. Default 1 day: what one night of backups and one day of provisioning take
 *     is of the order of what is left.
 * @param toolsInstaller whether the VMware Tools installer is mounted. Default 1 day: it is mounted for an upgrade and
 *     taken out in the same maintenance window.
 * @param runningTask tasks of a VM. Default 1 hour: most tasks end in minutes, and new ones begin any time.
 */
public record Ages(Duration snapshot, Duration freeSpace, Duration toolsInstaller, Duration runningTask) {

    /** Where no policy says otherwise. */
    public static final Ages DEFAULTS =
            new Ages(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(1));

    /** Such as {@code 9 days}, {@code 36 hours} or {@code 5 minutes}: whole units, rounded down. */
    public static String words(Duration age) {
        if (age.toHours() >= 48 || (age.toHours() >= 24 && age.toHours() % 24 == 0)) {
            return count(age.toDays(), "day");
        }
        return age.toHours() >= 1 ? count(age.toHours(), "hour") : count(age.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
