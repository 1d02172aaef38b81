"""Stand-in for a desktop portal: global shortcuts, for python3-dbusmock.

Shortcuts whose keys are LOGO+x are refused. "Answer" sets what requests are answered with: 0 granted,
1 cancelled by the user, 9 never answered.
"""

import dbus
from dbusmock import mockobject

BUS_NAME = "org.freedesktop.portal.Desktop"
MAIN_OBJ = "/org/freedesktop/portal/desktop"
MAIN_IFACE = "org.freedesktop.portal.GlobalShortcuts"
SYSTEM_BUS = False


def load(mock, _parameters):
    mock.answer = 0
    mock.respond = respond
    mock.open_session = open_session
    mock.AddProperty(MAIN_IFACE, "version", dbus.UInt32(1))
    mock.AddMethods(MAIN_IFACE, [
        ("CreateSession", "a{sv}", "o", "ret = self.open_session(self, args[0])"),
        ("BindShortcuts", "oa(sa{sv})sa{sv}", "o",
         "ret = self.respond(self, args[3], {'shortcuts': dbus.Array([(i, {'description': d['description'],"
         " 'trigger_description': d['preferred_trigger']}) for i, d in args[1]"
         " if d['preferred_trigger'] != 'LOGO+x'], signature='(sa{sv})')})"),
        ("Answer", "i", "", "self.answer = args[0]"),
        ("Press", "s", "",
         "self.EmitSignal('', 'Activated', 'osta{sv}', [self.session, args[0], dbus.UInt64(5), {}])"),
    ])


def open_session(mock, options):
    token = options["session_handle_token"]
    mock.session = dbus.ObjectPath(MAIN_OBJ + "/session/1_1/" + token)
    mock.AddObject(mock.session, "org.freedesktop.portal.Session", {}, [("Close", "", "", "")])
    return respond(mock, options, {"session_handle": dbus.String(mock.session)})


def respond(mock, options, results):
    handle = MAIN_OBJ + "/request/1_1/" + options["handle_token"]
    mock.AddObject(handle, "org.freedesktop.portal.Request", {}, [])
    if mock.answer != 9:
        mockobject.objects[handle].EmitSignal(
            "", "Response", "ua{sv}", [dbus.UInt32(mock.answer), dbus.Dictionary(results, signature="sv")])
    return dbus.ObjectPath(handle)
