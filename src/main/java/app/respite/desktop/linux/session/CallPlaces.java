package app.respite.desktop.linux.session;

import java.nio.file.Path;

/**
 * Where the kernel tells of microphones and cameras.
 *
 * @param sound the sound cards, {@code /proc/asound}
 * @param devices the devices, {@code /dev}
 * @param cameras what is known of video devices, {@code /sys/class/video4linux}
 * @param processes the processes, {@code /proc}
 */
record CallPlaces(Path sound, Path devices, Path cameras, Path processes) {
  static CallPlaces ofTheSystem() {
    return new CallPlaces(
        Path.of("/proc/asound"),
        Path.of("/dev"),
        Path.of("/sys/class/video4linux"),
        Path.of("/proc"));
  }
}
