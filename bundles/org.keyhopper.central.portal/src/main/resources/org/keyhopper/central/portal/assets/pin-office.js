// The page of the PIN office: PINs are released by Central, which records that first, and opened here, to show one or to print letters.

import { open, privateKey } from "./sealed-pin.js";

const SHOWN = 30000;
const KEPT = 300000;
const form = document.getElementById("key");
const texts = document.getElementById("pins").dataset;
const letters = document.getElementById("letters");
const question = document.getElementById("after-print");
let timer;
let end;

function say(text, pin) {
    clearTimeout(timer);
    document.getElementById("released-text").textContent = text;
    document.getElementById("released-pin").textContent = pin ?? "";
    document.getElementById("released").hidden = !text;
    if (pin) {
        timer = setTimeout(() => say(""), SHOWN);
    }
}

/** The key is opened first: nothing is released that cannot be read. Returns null if it cannot be opened. */
async function openedKey() {
    say("");
    if (!form.reportValidity()) {
        return null;
    }
    try {
        const file = form.elements.file.files[0];
        return await privateKey(new Uint8Array(await file.arrayBuffer()), form.elements.password.value);
    } catch {
        say(texts.unreadable);
        return null;
    }
}

function decoded(base64Url) {
    return Uint8Array.from(atob(base64Url.replaceAll("-", "+").replaceAll("_", "/")), character => character.charCodeAt(0));
}

/** Returns the PIN of a row; null if it was not released or cannot be opened, which is shown. */
async function released(button, key) {
    const reply = await fetch(button.dataset.release, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRF-Token": form.elements.csrf.value },
        body: JSON.stringify({ reason: form.elements.reason.value }),
    });
    const body = await reply.json();
    if (!reply.ok) {
        say(body.detail ?? body.title);
        return null;
    }
    delete button.dataset.open;
    try {
        return await open(decoded(body.sealed), key);
    } catch {
        say(texts.wrong);
        return null;
    }
}

async function show(button) {
    const key = await openedKey();
    const pin = key && (await released(button, key));
    if (pin) {
        say(button.dataset.person, pin);
    }
}

function letter(button, pin) {
    const made = document.getElementById("letter").content.cloneNode(true);
    for (const field of ["name", "account", "device", "code"]) {
        made.querySelector(`[data-${field}]`).textContent = button.dataset[field];
    }
    if (button.dataset.account === button.dataset.name) {
        made.querySelector("[data-account]").textContent = "";
    }
    made.querySelector("[data-pin]").textContent = pin;
    return made;
}

/** One letter for each PIN that was not released yet. Ends at the first that is not released, and prints those before. */
async function print() {
    const key = await openedKey();
    if (!key) {
        return;
    }
    const open = document.querySelectorAll("button[data-open]");
    if (open.length === 0) {
        say(texts.nothing);
    }
    for (const button of open) {
        const pin = await released(button, key);
        if (!pin) {
            break;
        }
        letters.append(letter(button, pin));
    }
    printLetters();
}

function printLetters() {
    if (letters.childElementCount > 0) {
        question.hidden = true;
        letters.hidden = false;
        document.body.classList.add("printing-letters");
        globalThis.print();
    }
}

/** No browser says whether a printer has printed, and these PINs are not released to the same person again: letters stay for a while. */
function ask() {
    say("");
    letters.hidden = true;
    document.body.classList.remove("printing-letters");
    question.hidden = letters.childElementCount === 0;
    clearTimeout(end);
    if (!question.hidden) {
        end = setTimeout(forget, KEPT);
    }
}

function forget() {
    say("");
    clearTimeout(end);
    question.hidden = true;
    if (letters.childElementCount > 0) {
        letters.replaceChildren();
        letters.hidden = true;
        document.body.classList.remove("printing-letters");
        say(texts.printed);
    }
}

for (const button of document.querySelectorAll("button[data-release]")) {
    button.addEventListener("click", () => show(button).catch(() => say(texts.unanswered)));
}
document.getElementById("print")?.addEventListener("click", () => print().catch(() => say(texts.unanswered)));
document.getElementById("print-again").addEventListener("click", printLetters);
document.getElementById("print-done").addEventListener("click", forget);
addEventListener("afterprint", ask);
addEventListener("pagehide", forget);
