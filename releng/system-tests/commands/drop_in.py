"""Started by releng/try-package: the driver for Matica printers, dropped into the installed package, takes five cards through a printer."""

import product
from desk import PORTS, READERS
from printer_desk import Machine, PrinterDesk
from tally import check, equal, run

USERS = [f"person{number}@contoso.example" for number in range(1, 6)]


def five_cards():
    drivers = [line["id"] for line in product.Product()("devices", "--no-discovery", "--json").lines if line["kind"] == "printer-driver"]
    check("the package found the driver in its dropins folder", "matica" in drivers, drivers)
    desk = PrinterDesk([(user, user) for user in USERS])
    machine = Machine("xid", PORTS[0], before=[f"load {len(USERS)}"])
    try:
        done = desk.automatic(desk.request(USERS), [(machine, READERS[0])])
        equal("five people provisioned", (done.code, done.summary.get("provisioned")), (0, len(USERS)))
        equal("five cards in the output tray", list(machine.places().values()), ["output"] * len(USERS))
    finally:
        machine.close()
        desk.close()


run([("five cards with a driver that was dropped in", five_cards)])
