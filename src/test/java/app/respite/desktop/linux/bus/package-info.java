/** Tests of the message bus. */
package app.respite.desktop.linux.bus;
