<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mydia Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One window over every download client you run. Free software, GPL version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom, {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and delete files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {count} of {all} and delete files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {count} of {all}, keep partial files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel, keep partial files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change movie or episode of {count} of {all}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change movie or episode…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing category…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy magnet link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy magnet links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {count} of {all} magnet links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete with files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} of {all} with files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force start {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving in queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No download is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for a download that has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for a download that is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it is downloading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it is queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it is seeding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while it is stalled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while its details are awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while its files are checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while its files are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while its files are moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while nobody knows what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {count} of {all} folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-announce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-announce {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-announcing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-check files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-check files of {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} of {all}, keep files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove, keep files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top, {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked of {client} before is not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} can’t do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} has not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} may still do this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRunner</name>
    <message>
        <source>Download again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {what} again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} found no data, so it will fetch everything anew. If a drive is only disconnected there, connect it first and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: category {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: label {name} added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: label {name} taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: no category.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Add</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding it again changes nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can’t be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched to a movie or episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This adds a second copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This adds a separate download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} has {free} left; this needs {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} of this series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} can’t be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads} ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is already in {client} and {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is already in {client}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was added to {client} before ({when}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was added to {client} before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was downloaded with {client} before ({when}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose .torrent or .nzb files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnet, link or hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client yet that could take it. Add one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Torrents and NZBs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no magnet, link, hash or file in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads} could not be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was there already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nas.local or a URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdoptionToasts</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} undone. What was changed since stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads} recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} recognised in {client}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>After 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary: KiB, MiB, GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal: kB, MB, GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads of a client that does not answer are greyed at once, and leave the list after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide silent clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>A copy as it was before: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the settings could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what} with its files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is, its downloads keep what they are for. Known are: {clients}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {client} a client that was used here before?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {client} still the same client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was at {before}, and is at {now} now. If it is, its downloads keep what they are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {what}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was brought up to date. As it was before it stays in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you say so nothing is marked as gone. If it was set up anew, its address is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What downloads are for can’t be read or written now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for it before the program ended, and it is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} is no longer configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} lists none of its {downloads}. Is this the right client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} lists only {listed} of its {downloads}. Is this the right client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads} of it are still waited for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Click its icon to see the window again. Quit is in the icon&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mydia Desktop goes on in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>A part of the settings could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client}: {story}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} clients can’t be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} clients need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts of the settings could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>Name of the category:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New category…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate of {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the certificate trusted so far. Trust it only if you know why {address} has a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the one certificate that is trusted for this client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} showed this certificate. Compare its fingerprint with the server&apos;s own before you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>Another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {client} can’t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many sign-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last seen {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} can’t be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} can’t be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not let Mydia Desktop in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} has blocked this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientChoice</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keyring (KWallet, Secret Service, Keychain, Credential Manager).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known until Mydia Desktop closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only behind a reverse proxy, for example /qbit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address changed, so the password was cleared: it was not typed for this one. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored password stays with the old address and is not sent to this one. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no keyring to programs. Choose where the password is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the client&apos;s folders are on this computer, for “Open folder”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written in config.toml, as plain text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientRow</name>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name for {client}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source> Add client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a download client to see its downloads here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All folders are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its downloads leave this window when you save. In {name} itself nothing changes: no download stops, no file is erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove client (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from this program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {path} on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.toml needs a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Connection timed out after {seconds} s ({url}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from {name} within {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time ({url}); the call was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer named {host} was found. Is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to {address}: {reason}. Is it https at all?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file {ca_file} can&apos;t be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} answered could not be dealt with. The log file has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers, but not in HTTP. Is the port right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} broke off in the middle of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} can&apos;t be reached: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} gave no whole answer within {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} sent more than {most} MiB in one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not asked: earlier calls to it still hang on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is still busy with an earlier call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} showed no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Connection works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered in {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in as {user}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} {version}, API {api}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>{count} of {all} have no magnet link.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>No peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The database is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is still being read. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address of a database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%Ln left out: gone, or the client does not answer any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln download(s) and delete the files?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln download(s) and the files?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete with files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is left to delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and delete {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {count} to go on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What there is of it on {client} is erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} on {client} is erased.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Departures</name>
    <message>
        <source>{what} was removed in {client}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} were removed in {client}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info hash v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info hash v2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching folder on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} of {size} ({share} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} ({size} uploaded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} (100 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, about {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a download to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadActions</name>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move in queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadMenu</name>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadsHeader</name>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path has no spaces, ? or #. Leave it empty unless a reverse proxy needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address is a name or number without spaces or slashes, such as nas.local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both folders of a line are needed, from the root on, such as /data. Or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter where it runs: a name or number such as nas.local or 192.168.1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name. Its downloads are labelled with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop .torrent or .nzb files here, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Add a download client to see its downloads here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add client…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {clients}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every download is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movies and shows come here when a download is added or tied to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No download fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No download is finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failed, stalled or missing downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits “{words}” in {clients}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show until one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added, completed and removed is noted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clients} are live and have no downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clients} is live and has no downloads.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeDialog</name>
    <message>
        <source>A whole number. The specials are season 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The show has another episode of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Asking {client}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not answer. Its files are asked for when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not have it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not know its files yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Added already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is on port {ports}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not let us in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked on ports {ports} of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking on ports {ports} of this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer on port {ports}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants you to sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source> Add another client…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Show my downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients on this computer are found by themselves. Nothing is changed in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for download clients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No download client answers on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One live view of everything your download clients are doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring here: passwords are kept until Mydia Desktop closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These were found on this computer. Nothing is changed in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transmission answers once remote access is on, qBittorrent once its Web UI is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clients} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clients} selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderOpener</name>
    <message>
        <source>Map path…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are in {count} folders. Select fewer to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there. Is its drive connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} leads out of its folder and is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} on {client} has no matching folder here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Add %Ln download(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {count} added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForCard</name>
    <message>
        <source>Change movie or episode…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to add yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a download is for is read from its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoneActions</name>
    <message>
        <source>{what}: forgotten. The history keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoneMenu</name>
    <message>
        <source>Change movie or episode…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{down} down, {up} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{live} of %Ln client(s) live</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Added to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, its partial files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted from {client} with its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: nobody waits for it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported into the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from {client}, which may still do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer tied to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now tied to {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from {client}, its files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was asked of {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tied to {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tied to {what} automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be added to {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be deleted from {client} with its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be removed from {client}, files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in any client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {title}: {what}, by {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>A hard link from {content} into {library} is not possible: {why}. Nothing was copied instead. Choose to copy, or a library folder beside the downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file is there already: {target}. It is not overwritten. Move it away, or keep it and forget this import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its client no longer has it, so its files are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said yet which movie or episode this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the files is known to be {subject}: {videos}. Say which movie or episode this download is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this can go into the library as {subject}. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that can name a file or folder is left of “{pattern}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of {name} is not the same as the file. Is the disk of the library in order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download names a file outside its own folder. It is not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library folder {library} is not there. Is its drive connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern for names in the library can&apos;t be used. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library folder. Choose one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files could be the same episode of {title}: {names}. Deselect in the client the one that is not wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files would both become {name}: {first} and {second}. Change the pattern for names in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its video is not imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much smaller than the movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no video that it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could be {subject}: {names}. Deselect in the client what is not wanted, or put the files into the library by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a link that leads out of the library folder. Nothing is put there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} on {name} has no matching folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} can&apos;t be written to: {why}. Choose another folder, or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} has {free} left; this needs {needed}. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be put into the library: {why}. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed while it was copied. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has another size than {client} says. Is it the same file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not done with the files yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} can&apos;t be read: {why}. Let this user read what {client} writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is a link, or no file. Only files that the client wrote itself are imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is not there any more. Is its drive connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is not there. Is its drive connected?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntervalField</name>
    <message>
        <source>Ask every, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every, seconds, when hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s when hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, and every</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed without a reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files not found in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Had failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never arrived in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-announce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-check files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 more download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 more download on {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} more downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} more downloads on {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was being moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was getting details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was in a state we do not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was seeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last active {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} did not list these yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not let us in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not list it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} has blocked this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} is connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads}. It answered without them, and somebody still waits for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads}. Its next complete lists tell whether they are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seen}. Actions on them are off until it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} when last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} of {hidden}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>Edit movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four digits, or empty if nobody knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title nobody finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Downloads to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>The password of {name} is not known: this computer offers no keyring to programs. Type it again in the settings of this client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not forget the password of {name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not give the password of {name}: {error} Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not take the password of {name}: {reason} Unlock it and save again, or choose another place for the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no keyring to programs. Choose where the password of {name} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message>
        <source>Name of the label:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Episode {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} no longer in their clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} no longer in {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, not live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryMenu</name>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change movie or episode of what is gone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>A copy as it was before: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download whose name can mean only one movie or episode of your library is tied to it. Where more than one is possible, it is left to you. You are told each time, and can undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can’t be read or written now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps what downloads are for, and their history. With database_url in config.toml several computers share one; that counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, as long as database_url in config.toml is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL at {host}, database {name}, shared with other computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise downloads that were added in a client</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>A season is a number. Leave it empty for all of the show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change movie or episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search movies and shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Season and episodes are read from each name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, or title and year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which season are these episodes of?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write episodes as 5, 5-8 or 5, 7. Leave them empty for the whole season.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Create “{title}”{year} as a movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create “{title}”{year} as a show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movies and shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mydia</name>
    <message>
        <source>the copy is damaged ({state})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{broken} downloads would refer to what is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a database of Mydia&apos;s and could not be taken over: {error}. It is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a database, but not one of Mydia&apos;s: it has no downloads. Choose Mydia&apos;s own file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no database that can be read ({error}). Choose Mydia&apos;s own file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MydiaImport</name>
    <message>
        <source>Left out: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients without an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloads that no client ever had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloads without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes without a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>movies or shows without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {new} new, {known} known already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MydiaImportDialog</name>
    <message>
        <source>Add it to the clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in what Mydia knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients added: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was imported but the clients. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from Mydia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its library, downloads and clients. Mydia’s own file is only read, and it may go on running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it and its downloads out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movies and shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mydia’s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads} of clients that are left out do not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads}; no longer in Mydia’s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{downloads}; {kind} can’t be used here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} at {host}:{port}, {downloads}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Asked {client} to {act} {what}. {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not {act} {what}. {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data found on {client} for {what}. It was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move in its queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>re-announce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>re-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the category of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the labels of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not answer any more. {what} was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} fell silent while it re-checked {what}. Retry once it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} refused to {act} {what}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} ({names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was added anew in {client} and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was removed in {client} by somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeToasts</name>
    <message>
        <source>Download again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>A client does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download failed while Mydia Desktop was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download finished while Mydia Desktop was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads are complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads are in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads could not be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads failed while Mydia Desktop was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloads finished while Mydia Desktop was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} from {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} in {time} from {client}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>There is no file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can’t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder. Choose the .torrent or .nzb files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large to be a .torrent or .nzb file. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too much at once: start again with it alone. {most} MiB can be handed over together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put at top of queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map path…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracker says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it came from, what happens next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Settings pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it until Mydia Desktop closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it into config.toml, as plain text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathMapEditor</name>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the folders on this computer are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>{text} (1 of {count} questions)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>The link leads to a “{scheme}:” address. Only http, https and magnet links can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .nzb file brings definitions of its own, which is not safe. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .nzb file is damaged or cut off, at line {line}. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .nzb file is nested more than {levels} levels deep. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .nzb file is written in letters nobody knows. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .nzb file lists no files. Look for the release again, or at another indexer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .torrent file is cut off: its end is missing. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This .torrent file is damaged: it {error}. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is compressed, and cut off. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is compressed, and damaged. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file unpacks to more than {most} MiB: it is no release. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no magnet link, infohash or web address. Give one a line, or drop the file itself here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no usable .nzb file: it has {size} MB. Is it the download itself?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no usable .torrent file: it has {size} MB, and the largest have a few. Is it the download itself?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a .torrent file. Download it again, or use its magnet link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a magnet link: those begin with “magnet:?”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This magnet link is longer than {LONGEST} characters. Ask its site for a .torrent file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This magnet link names several torrents at once. Add each by a link of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This torrent needs version {version} of BitTorrent, which no client here speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This web address is damaged. Copy the whole link again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This web address names no server. Copy the whole link again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be read at byte {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin with a dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not say what is in the torrent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a file without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a file without a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name that is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a value where a name belongs, at byte {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no list of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no list of pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no proper list of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no proper list of pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has two entries named “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested more than {levels} levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists no files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises more bytes than there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent nothing usable. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent us on more than {count} times. Get the file with a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent us on to a damaged address. Get the file with a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent us on without saying where to. Get the file with a browser and drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovalToast</name>
    <message>
        <source>Removing {what} from {client} in {seconds} s. Files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowMatcher</name>
    <message>
        <source>{what}: not matched any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: now {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source> Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder on this computer is mapped to {client}. Map one in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path on {client}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path on {client}. No folder on this computer matches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path on {client}. On this computer: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not in a folder that {client} shares with this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search title, release, tracker, path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecurityField</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted: fine at home, but on the way through a network the password can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Every client in config.toml is a section that begins with [[{table}]]. Mend that and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.toml has a mistake in line {line}: {reason}. Mend it and save again; until then nothing is written over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be read, so nothing was written over it: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source> Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views and filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Filled from the clipboard. One per line to add several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnet, link or hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per line to add several.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>This is in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transmission</name>
    <message>
        <source>A label in {name} can&apos;t have a comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from {name} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers, but is not Transmission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} sends us on to {target}. Enter the right address in the client&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answered what can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers with an error of its own (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did not accept the user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not answer this computer. Either its address is not on Transmission&apos;s white list, or there were too many sign-ins with a wrong password, which only a restart of Transmission forgets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not answer this computer: its address is not on Transmission&apos;s white list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has blocked this computer for too many sign-ins. Restart Transmission there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is Transmission {version}, which is older than 3.00. Update it to use it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} refused to list its torrents: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} refuses requests for {address}. Allow this host name in Transmission&apos;s settings (rpc-host-whitelist), or set a password there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} wants a user name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Add from clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute notifications for 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client}   does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client}   {latency} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloading   ↓ {down}   ↑ {up}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} downloading, {speed} down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>All downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewHead</name>
    <message>
        <source>{downloads} in {clients}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {downloads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {downloads} need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {downloads} needs attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>About Mydia Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask clients now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from Mydia…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for clients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab of the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab of the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ClientRows</name>
    <message numerus="yes">
        <source>%Ln download(s) on {client} hidden, not seen for {time}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln download(s) show what was {last_seen}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Count</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln episode(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln movie(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder on the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: /mnt/nas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the client: /data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Span</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cells</name>
    <message>
        <source>%1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last seen %2 ago, not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not confirmed yet, not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data arrives, so there is no end to foresee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known where it was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched to a movie or episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for is not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end in sight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reported by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 bytes per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qBittorrent</name>
    <message>
        <source>A label in {name} can&apos;t have a comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from {name} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} answers, but is not qBittorrent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} sends us on to {target}. Enter the right address in the client&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answered what can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers with an error of its own (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did not accept the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} did not accept the user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has blocked this computer for too many sign-ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is older than qBittorrent 4.1. Update it to use it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} let us in, but refuses to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} refuses requests for {address}. Use the port that its Web UI listens on, and allow this host name in its Web UI settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} says that this is no valid torrent. Get it once more from where it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} wants a user name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was given nothing: this release is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
