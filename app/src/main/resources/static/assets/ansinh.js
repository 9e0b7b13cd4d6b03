// Small comforts on top of pages that work without them: no sending twice, drafts kept, a question before what cannot be undone.
(() => {
  "use strict";
  const csrf = document.querySelector('meta[name="csrf"]');
  const headers = () => (csrf ? { [csrf.dataset.header]: csrf.content } : {});

  document.addEventListener("htmx:configRequest", event => Object.assign(event.detail.headers, headers()));
  // An answer for a lapsed session is the sign-in page: it must not be pasted into a corner of this one.
  document.addEventListener("htmx:beforeSwap", event => {
    const answer = event.detail.xhr;
    if (answer.status === 401 || answer.responseURL.includes("/login")) {
      event.detail.shouldSwap = false;
      const form = event.detail.elt.closest("form[data-draft]");
      if (form) sendAfterLapse(form); else location.reload();
    }
  });

  // The session has lapsed while somebody filled a form: sent as it is, it waits beside the sign-in page and comes back filled.
  const sendAfterLapse = form => {
    if (form.dataset.sent) return;
    const button = form.querySelector("[data-look]");
    if (button) form.requestSubmit(button);
  };

  document.addEventListener("submit", event => {
    const form = event.target;
    const button = event.submitter;
    const question = (button && button.dataset.confirm) || form.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.method === "get") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.querySelectorAll("button[type=submit]").forEach(each => each.setAttribute("aria-disabled", "true"));
  });
  // The way back must find a form that can be sent again.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach(form => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach(each => each.removeAttribute("aria-disabled"));
    });
  });

  // A file over the limit is told of before it is sent over a slow line.
  document.addEventListener("change", event => {
    const field = event.target;
    if (!field.dataset || !field.dataset.mostBytes) return;
    const large = [...field.files].some(file => file.size > Number(field.dataset.mostBytes));
    field.setCustomValidity(large ? field.dataset.tooLarge : "");
    if (large) field.reportValidity();
  });

  // What a browser says of a field, it says in its own language; the page says it in the reader's.
  document.addEventListener("invalid", event => {
    const field = event.target;
    if (field.validity.valueMissing) field.setCustomValidity(document.body.dataset.required);
    else if (field.dataset.says) field.setCustomValidity(field.dataset.says);
  }, true);
  document.addEventListener("input", event => {
    if (!event.target.dataset.mostBytes && event.target.setCustomValidity) event.target.setCustomValidity("");
  });

  const keepDraft = form => {
    const state = form.querySelector(".draft-state");
    const say = key => { if (state) state.textContent = state.dataset[key] || ""; };
    let wait = 0;
    let kept = "";
    const send = () => {
      const body = new URLSearchParams(new FormData(form));
      body.delete("_csrf");
      const now = body.toString();
      if (now === kept || form.dataset.sent) return;
      fetch(form.dataset.draft, { method: "POST", body, headers: { ...headers(), "X-Requested-With": "fetch" }, redirect: "manual", keepalive: true })
        .then(answer => {
          if (answer.status === 401) sendAfterLapse(form);
          if (!answer.ok) throw new Error(String(answer.status));
          kept = now;
          say("kept");
        })
        .catch(() => say("lost"));
    };
    form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(send, 1200); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && wait) send(); });
  };
  document.querySelectorAll("form[data-draft]").forEach(keepDraft);

  // On a phone the entrances stand in one line that can be drawn aside: the one where the reader is comes into sight.
  const here = document.querySelector(".nav [aria-current]");
  if (here) here.closest("ul").scrollLeft = here.offsetLeft - here.closest("ul").offsetLeft - 48;

  // A wide table on a phone is read record by record: each value stands beside its heading. Without script it scrolls sideways within its frame.
  // What stands above a column, from the top: a heading may span several columns or rows.
  const headingsOf = table => {
    const above = [];
    [...(table.tHead ? table.tHead.rows : [])].forEach((row, r) => {
      let at = 0;
      [...row.cells].forEach(cell => {
        while ((above[at] || [])[r] !== undefined) at++;
        for (let end = at + cell.colSpan; at < end; at++) for (let down = 0; down < cell.rowSpan; down++) (above[at] ||= [])[r + down] = down ? "" : cell.innerText.trim();
      });
    });
    return above.map(words => words.filter(Boolean).join(": "));
  };
  const stack = root => root.querySelectorAll("table").forEach(table => {
    const headings = headingsOf(table);
    if (headings.length < 4 || table.classList.contains("stacked")) return;
    table.classList.add("stacked");
    table.setAttribute("role", "table");
    table.querySelectorAll("tbody tr, tfoot tr").forEach(row => {
      row.setAttribute("role", "row");
      let at = 0;
      [...row.children].forEach(cell => {
        cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
        if (cell.colSpan === 1 && headings[at]) cell.dataset.label = headings[at];
        at += cell.colSpan;
      });
    });
  });
  stack(document);
  document.addEventListener("htmx:afterSwap", event => stack(event.detail.target.parentElement || document));

  document.addEventListener("click", event => {
    if (event.target.closest("[data-print]")) window.print();
  });
  document.querySelectorAll("[data-print]").forEach(each => { each.hidden = false; });
  const first = document.querySelector("[data-focus]");
  if (first) first.focus();
})();
