/** The services of a Linux desktop session, against files, stand-ins and the real ones. */
package app.respite.desktop.linux.session;
