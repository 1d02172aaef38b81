/** Tests of the Linux tray. */
package app.respite.desktop.linux.tray;
