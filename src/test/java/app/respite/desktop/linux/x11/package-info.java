/** Tests of what speaks X11. */
package app.respite.desktop.linux.x11;
