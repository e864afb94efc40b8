"""Start: begin a workshop, go on with one, open one from Excel, or look at the sample."""

from cxworkshop.ui import start

start.welcome()
start.begin()
start.go_on()
start.from_excel()
start.bring_back()
