// Comforts of the pages; each works without them.

const status = document.getElementById("status");

function say(text) {
    if (status) {
        status.textContent = text;
    }
}

/** Times in the zone of this browser. */
function localTimes(root) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    for (const time of root.querySelectorAll("time[datetime]")) {
        time.textContent = format.format(new Date(time.dateTime));
    }
}

function copyLinks() {
    for (const link of document.querySelectorAll("a[data-copy]")) {
        link.addEventListener("click", async event => {
            event.preventDefault();
            await navigator.clipboard.writeText(link.href);
            link.closest("[popover]")?.hidePopover();
            say(document.body.dataset.copied);
        });
    }
}

/** The key named by a field moves there, unless something is being typed. */
function keys() {
    document.addEventListener("keydown", event => {
        const typing = event.target.closest("input, textarea, select");
        const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
        if (!typing && field && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            field.focus();
        }
    });
}

/** Menus open beside their button where the browser does not place them itself. */
function menus() {
    if (CSS.supports("position-area", "bottom")) {
        return;
    }
    for (const button of document.querySelectorAll("button.more[popovertarget], button[data-menu]")) {
        const menu = document.getElementById(button.getAttribute("popovertarget"));
        menu.addEventListener("toggle", event => {
            if (event.newState === "open") {
                const at = button.getBoundingClientRect();
                menu.style.margin = "0";
                menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
                menu.style.top = `${Math.min(at.bottom, innerHeight - menu.offsetHeight - 8)}px`;
            }
        });
    }
}

/** Whether an application took the link shows in the window losing the focus. */
function launch() {
    const link = document.getElementById("launch");
    if (!link) {
        return;
    }
    const opened = document.getElementById("launched");
    const unanswered = document.getElementById("unanswered");
    link.addEventListener("click", () => {
        opened.hidden = unanswered.hidden = true;
        // The application takes some seconds to start on a slow computer; one that comes later is seen as well.
        const timer = setTimeout(() => {
            unanswered.hidden = false;
        }, 6000);
        addEventListener("blur", () => {
            clearTimeout(timer);
            opened.hidden = false;
            unanswered.hidden = true;
        }, { once: true });
    });
}

/** Puts a part of a page in its place; what is open stays open, and the focus where it is. */
function replace(part, html) {
    const open = [...part.querySelectorAll("details")].map(each => each.open);
    const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    part.innerHTML = html;
    [...part.querySelectorAll("details")].forEach((each, number) => {
        each.open = open[number] ?? false;
    });
    localTimes(part);
    if (focused) {
        [...part.querySelectorAll("a")].find(link => link.getAttribute("href") === focused)?.focus();
    }
}

/** A part that the server sends anew whenever it changes, while the page can be seen. */
function live() {
    const part = document.getElementById("live");
    if (!part || !globalThis.EventSource) {
        return;
    }
    const state = document.getElementById("live-state");
    let source = null;
    const connect = () => {
        source = new EventSource(part.dataset.events);
        source.addEventListener("part", event => replace(part, JSON.parse(event.data)));
        source.addEventListener("end", () => source.close());
        source.addEventListener("open", () => {
            state.hidden = true;
        });
        source.addEventListener("error", () => {
            state.textContent = document.body.dataset.again;
            state.hidden = false;
        });
    };
    // A browser opens few connections to one server, and pages in the background would take them all.
    document.addEventListener("visibilitychange", () => {
        source?.close();
        source = null;
        if (!document.hidden) {
            connect();
        }
    });
    if (!document.hidden) {
        connect();
    }
}

/** Puts the text of a chosen file into the field beside it. */
function files() {
    for (const input of document.querySelectorAll("input[type=file][data-into]")) {
        input.closest("[hidden]")?.removeAttribute("hidden");
        input.addEventListener("change", async () => {
            const [file] = input.files;
            if (file) {
                document.getElementById(input.dataset.into).value = await file.text();
            }
        });
    }
}

/** Days of a filter are those of this browser, as the times beside them are. */
function zones() {
    for (const input of document.querySelectorAll("input[data-zone]")) {
        input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
}

/** A page that shows how far something is asks again. */
function poll() {
    const part = document.querySelector("[data-poll]");
    if (part) {
        setTimeout(() => location.reload(), Number(part.dataset.poll));
    }
}

localTimes(document);
copyLinks();
keys();
menus();
launch();
live();
files();
zones();
poll();
