<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Mydia Desktop</source>
        <translation>Über Mydia Desktop</translation>
    </message>
    <message>
        <source>Mydia Desktop {version}</source>
        <translation>Mydia Desktop {version}</translation>
    </message>
    <message>
        <source>One window over every download client you run. Free software, GPL version 3 or later.</source>
        <translation>Ein Fenster für alle Download-Clients. Freie Software, GPL Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>AccentField</name>
    <message>
        <source>Accent</source>
        <translation>Akzentfarbe</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Choose a colour…</source>
        <translation>Farbe wählen…</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Made lighter or darker where it could not be seen well.</source>
        <translation>Wird heller oder dunkler, wo sie schlecht zu sehen wäre.</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Your own: {colour}</source>
        <translation>Eigene: {colour}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Bottom, {count} of {all}</source>
        <translation>Ganz nach unten, {count} von {all}</translation>
    </message>
    <message>
        <source>Cancel and delete files…</source>
        <translation>Abbrechen und Dateien löschen…</translation>
    </message>
    <message>
        <source>Cancel {count} of {all} and delete files…</source>
        <translation>{count} von {all} abbrechen und Dateien löschen…</translation>
    </message>
    <message>
        <source>Cancel {count} of {all}, keep partial files</source>
        <translation>{count} von {all} abbrechen, Teildateien behalten</translation>
    </message>
    <message>
        <source>Cancel, keep partial files</source>
        <translation>Abbrechen, Teildateien behalten</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Category of {count} of {all}</source>
        <translation>Kategorie von {count} der {all}</translation>
    </message>
    <message>
        <source>Change movie or episode of {count} of {all}…</source>
        <translation>Film oder Folge ändern, {count} von {all}…</translation>
    </message>
    <message>
        <source>Change movie or episode…</source>
        <translation>Film oder Folge ändern…</translation>
    </message>
    <message>
        <source>Changing category…</source>
        <translation>Kategorie wird geändert…</translation>
    </message>
    <message>
        <source>Changing labels…</source>
        <translation>Labels werden geändert…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy magnet link</source>
        <translation>Magnet-Link kopieren</translation>
    </message>
    <message>
        <source>Copy magnet links</source>
        <translation>Magnet-Links kopieren</translation>
    </message>
    <message>
        <source>Copy {count} of {all}</source>
        <translation>{count} von {all} kopieren</translation>
    </message>
    <message>
        <source>Copy {count} of {all} magnet links</source>
        <translation>{count} von {all} Magnet-Links kopieren</translation>
    </message>
    <message>
        <source>Delete with files…</source>
        <translation>Mit Dateien löschen…</translation>
    </message>
    <message>
        <source>Delete {count} of {all} with files…</source>
        <translation>{count} von {all} mit Dateien löschen…</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Down, {count} of {all}</source>
        <translation>Nach unten, {count} von {all}</translation>
    </message>
    <message>
        <source>Force start</source>
        <translation>Start erzwingen</translation>
    </message>
    <message>
        <source>Force start {count} of {all}</source>
        <translation>Start erzwingen, {count} von {all}</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Erneut importieren</translation>
    </message>
    <message>
        <source>Import to library</source>
        <translation>In die Bibliothek importieren</translation>
    </message>
    <message>
        <source>Import {count} of {all} again</source>
        <translation>{count} von {all} erneut importieren</translation>
    </message>
    <message>
        <source>Import {count} of {all} to library</source>
        <translation>{count} von {all} in die Bibliothek importieren</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels of {count} of {all}</source>
        <translation>Labels von {count} der {all}</translation>
    </message>
    <message>
        <source>Moving in queue…</source>
        <translation>Wird in der Warteschlange verschoben…</translation>
    </message>
    <message>
        <source>No download is selected.</source>
        <translation>Kein Download ist ausgewählt.</translation>
    </message>
    <message>
        <source>No library folder is chosen in the settings.</source>
        <translation>In den Einstellungen ist kein Bibliotheksordner gewählt.</translation>
    </message>
    <message>
        <source>Nobody has said yet which movie or episode it is for.</source>
        <translation>Noch ist nicht festgelegt, zu welchem Film oder welcher Folge er gehört.</translation>
    </message>
    <message>
        <source>Not for a download that has failed.</source>
        <translation>Nicht für einen fehlgeschlagenen Download.</translation>
    </message>
    <message>
        <source>Not for a download that is complete.</source>
        <translation>Nicht für einen abgeschlossenen Download.</translation>
    </message>
    <message>
        <source>Not while it is downloading.</source>
        <translation>Nicht, solange der Download läuft.</translation>
    </message>
    <message>
        <source>Not while it is paused.</source>
        <translation>Nicht, solange er pausiert ist.</translation>
    </message>
    <message>
        <source>Not while it is queued.</source>
        <translation>Nicht, solange er in der Warteschlange steht.</translation>
    </message>
    <message>
        <source>Not while it is seeding.</source>
        <translation>Nicht, solange er verteilt wird.</translation>
    </message>
    <message>
        <source>Not while it is stalled.</source>
        <translation>Nicht, solange er stockt.</translation>
    </message>
    <message>
        <source>Not while its details are awaited.</source>
        <translation>Nicht, solange seine Details noch fehlen.</translation>
    </message>
    <message>
        <source>Not while its files are checked.</source>
        <translation>Nicht, solange seine Dateien überprüft werden.</translation>
    </message>
    <message>
        <source>Not while its files are missing.</source>
        <translation>Nicht, solange seine Dateien fehlen.</translation>
    </message>
    <message>
        <source>Not while its files are moved.</source>
        <translation>Nicht, solange seine Dateien verschoben werden.</translation>
    </message>
    <message>
        <source>Not while nobody knows what it does.</source>
        <translation>Nicht, solange unbekannt ist, was er gerade tut.</translation>
    </message>
    <message>
        <source>Only when all of it is here.</source>
        <translation>Erst, wenn alles davon da ist.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open {count} of {all} folders</source>
        <translation>{count} von {all} Ordnern öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Pause {count} of {all}</source>
        <translation>{count} von {all} pausieren</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird pausiert…</translation>
    </message>
    <message>
        <source>Re-announce</source>
        <translation>Neu ankündigen</translation>
    </message>
    <message>
        <source>Re-announce {count} of {all}</source>
        <translation>{count} von {all} neu ankündigen</translation>
    </message>
    <message>
        <source>Re-announcing…</source>
        <translation>Wird neu angekündigt…</translation>
    </message>
    <message>
        <source>Re-check files</source>
        <translation>Dateien überprüfen</translation>
    </message>
    <message>
        <source>Re-check files of {count} of {all}</source>
        <translation>Dateien überprüfen, {count} von {all}</translation>
    </message>
    <message>
        <source>Re-checking…</source>
        <translation>Wird überprüft…</translation>
    </message>
    <message>
        <source>Remove {count} of {all}, keep files</source>
        <translation>{count} von {all} entfernen, Dateien behalten</translation>
    </message>
    <message>
        <source>Remove, keep files</source>
        <translation>Entfernen, Dateien behalten</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume {count} of {all}</source>
        <translation>{count} von {all} fortsetzen</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>Wird fortgesetzt…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry {count} of {all}</source>
        <translation>{count} von {all} wiederholen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Top, {count} of {all}</source>
        <translation>Ganz nach oben, {count} von {all}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Up, {count} of {all}</source>
        <translation>Nach oben, {count} von {all}</translation>
    </message>
    <message>
        <source>What was asked of {client} before is not finished.</source>
        <translation>Der vorige Auftrag an {client} ist noch nicht erledigt.</translation>
    </message>
    <message>
        <source>{client} can’t do this.</source>
        <translation>{client} kann das nicht.</translation>
    </message>
    <message>
        <source>{client} does not answer.</source>
        <translation>{client} antwortet nicht.</translation>
    </message>
    <message>
        <source>{client} has not confirmed yet</source>
        <translation>{client} hat es noch nicht bestätigt</translation>
    </message>
    <message>
        <source>{client} may still do this</source>
        <translation>{client} tut es vielleicht noch</translation>
    </message>
</context>
<context>
    <name>ActionRunner</name>
    <message>
        <source>Download again</source>
        <translation>Erneut herunterladen</translation>
    </message>
    <message>
        <source>Download {what} again?</source>
        <translation>{what} erneut herunterladen?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{client} found no data, so it will fetch everything anew. If a drive is only disconnected there, connect it first and retry.</source>
        <translation>{client} hat keine Daten gefunden und wird alles neu laden. Falls dort nur ein Laufwerk fehlt, erst dieses anschließen und dann wiederholen.</translation>
    </message>
    <message>
        <source>{what}: category {name}.</source>
        <translation>{what}: Kategorie {name}.</translation>
    </message>
    <message>
        <source>{what}: label {name} added.</source>
        <translation>{what}: Label {name} hinzugefügt.</translation>
    </message>
    <message>
        <source>{what}: label {name} taken away.</source>
        <translation>{what}: Label {name} entfernt.</translation>
    </message>
    <message>
        <source>{what}: no category.</source>
        <translation>{what}: keine Kategorie.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>It is not known yet which client of the database {name} is.</source>
        <translation>Noch ist nicht bekannt, welcher Client der Datenbank {name} ist.</translation>
    </message>
    <message>
        <source>Its client</source>
        <translation>Sein Client</translation>
    </message>
    <message>
        <source>Its file was not kept, so only its infohash was sent: finding peers may take longer.</source>
        <translation>Seine Datei wurde nicht aufbewahrt, darum wurde nur sein Infohash gesendet: Peers zu finden kann länger dauern.</translation>
    </message>
    <message>
        <source>Nothing is left to send: neither its file nor its infohash. Add it anew.</source>
        <translation>Es ist nichts mehr zu senden: weder seine Datei noch sein Infohash. Bitte neu hinzufügen.</translation>
    </message>
    <message>
        <source>This is in {name}.</source>
        <translation>Das ist in {name}.</translation>
    </message>
    <message>
        <source>This is no longer in the database.</source>
        <translation>Das ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>This is no longer in {name}.</source>
        <translation>Das ist nicht mehr in {name}.</translation>
    </message>
    <message>
        <source>This is no longer listed by any client.</source>
        <translation>Kein Client führt das noch auf.</translation>
    </message>
    <message>
        <source>This is on its way to {name} already.</source>
        <translation>Das ist schon auf dem Weg zu {name}.</translation>
    </message>
    <message>
        <source>{client} is no longer configured. Nothing was sent.</source>
        <translation>{client} ist nicht mehr eingerichtet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{message} Nothing was removed.</source>
        <translation>{message} Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>{message} Nothing was sent.</source>
        <translation>{message} Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{name} can&apos;t do this.</source>
        <translation>{name} kann das nicht.</translation>
    </message>
    <message>
        <source>{name} does not answer at the moment. Nothing was sent.</source>
        <translation>{name} antwortet gerade nicht. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{name} does not list it. It is sent again.</source>
        <translation>{name} führt ihn nicht auf. Er wird erneut gesendet.</translation>
    </message>
    <message>
        <source>{name} is not among your clients. Add this to another client.</source>
        <translation>{name} gehört nicht zu den Clients. Bitte zu einem anderen Client hinzufügen.</translation>
    </message>
    <message>
        <source>{name} may still do what it was asked before. Nothing was sent.</source>
        <translation>{name} erledigt vielleicht noch den vorigen Auftrag. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{name} took this but does not list it. Send it again, or choose another client.</source>
        <translation>{name} hat das angenommen, führt es aber nicht auf. Bitte erneut senden oder einen anderen Client wählen.</translation>
    </message>
    <message>
        <source>{name} was asked to add this, gave no answer, and does not list it. Send it again.</source>
        <translation>{name} sollte das hinzufügen, gab keine Antwort und führt es nicht auf. Bitte erneut senden.</translation>
    </message>
</context>
<context>
    <name>Add</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Adding it again changes nothing there.</source>
        <translation>Erneutes Hinzufügen ändert dort nichts.</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Can’t be added</source>
        <translation>Kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Not matched to a movie or episode</source>
        <translation>Keinem Film und keiner Folge zugeordnet</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>This adds a second copy.</source>
        <translation>Das fügt eine zweite Kopie hinzu.</translation>
    </message>
    <message>
        <source>This adds a separate download.</source>
        <translation>Das fügt einen eigenen Download hinzu.</translation>
    </message>
    <message>
        <source>This movie</source>
        <translation>Dieser Film</translation>
    </message>
    <message>
        <source>This release</source>
        <translation>Dieses Release</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>Diese Serie</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird überprüft</translation>
    </message>
    <message>
        <source>being moved</source>
        <translation>wird verschoben</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>ist abgeschlossen</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird heruntergeladen</translation>
    </message>
    <message>
        <source>has failed</source>
        <translation>ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>ist pausiert</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>steht in der Warteschlange</translation>
    </message>
    <message>
        <source>seeding</source>
        <translation>wird verteilt</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>stockt</translation>
    </message>
    <message>
        <source>{client} has {free} left; this needs {needed}.</source>
        <translation>{client} hat noch {free} frei; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>{code} of this series</source>
        <translation>{code} dieser Serie</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>{count} hinzugefügt</translation>
    </message>
    <message>
        <source>{count} being read</source>
        <translation>{count} werden gelesen</translation>
    </message>
    <message>
        <source>{count} can’t be added</source>
        <translation>{count} nicht hinzufügbar</translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation>{count} ohne Antwort</translation>
    </message>
    <message>
        <source>{downloads} ready</source>
        <translation>{downloads} bereit</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{what} is already in {client} and {state}.</source>
        <translation>{what} ist schon in {client} und {state}.</translation>
    </message>
    <message>
        <source>{what} is already in {client}.</source>
        <translation>{what} ist schon in {client}.</translation>
    </message>
    <message>
        <source>{what} was added to {client} before ({when}).</source>
        <translation>{what} wurde schon einmal zu {client} hinzugefügt ({when}).</translation>
    </message>
    <message>
        <source>{what} was added to {client} before.</source>
        <translation>{what} wurde schon einmal zu {client} hinzugefügt.</translation>
    </message>
    <message>
        <source>{what} was downloaded with {client} before ({when}).</source>
        <translation>{what} wurde schon einmal mit {client} heruntergeladen ({when}).</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add downloads</source>
        <translation>Downloads hinzufügen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose .torrent or .nzb files</source>
        <translation>.torrent- oder .nzb-Dateien auswählen</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Magnet, link or hash</source>
        <translation>Magnet, Link oder Hash</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>There is no client yet that could take it. Add one in the settings.</source>
        <translation>Noch kein Client kann das annehmen. In den Einstellungen lässt sich einer hinzufügen.</translation>
    </message>
    <message>
        <source>Torrents and NZBs</source>
        <translation>Torrents und NZBs</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>There is no magnet, link, hash or file in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Magnet, Link, Hash und keine Datei.</translation>
    </message>
    <message>
        <source>{count} were there already.</source>
        <translation>{count} waren schon da.</translation>
    </message>
    <message>
        <source>{downloads} could not be added.</source>
        <translation>{downloads}: Hinzufügen nicht möglich.</translation>
    </message>
    <message>
        <source>{name} was there already. Nothing was changed.</source>
        <translation>{name} war schon da. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>nas.local or a URL</source>
        <translation>nas.local oder eine URL</translation>
    </message>
</context>
<context>
    <name>AdoptionToasts</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{count} of {all} undone. What was changed since stays as it is.</source>
        <translation>{count} von {all} rückgängig gemacht. Was seitdem geändert wurde, bleibt.</translation>
    </message>
    <message>
        <source>{downloads} recognised.</source>
        <translation>{downloads} erkannt.</translation>
    </message>
    <message>
        <source>{what} recognised in {client}.</source>
        <translation>{what} in {client} erkannt.</translation>
    </message>
</context>
<context>
    <name>AdvancedPage</name>
    <message>
        <source> Copy diagnostics</source>
        <translation> Diagnose kopieren</translation>
    </message>
    <message>
        <source> Open logs folder</source>
        <translation> Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Passwords and keys are never written into it.</source>
        <translation>Passwörter und Schlüssel stehen nie darin.</translation>
    </message>
    <message>
        <source>Trouble only</source>
        <translation>Nur Störungen</translation>
    </message>
    <message>
        <source>Versions, how it stands with each client, and settings; without names, addresses, folders, passwords and keys. Read it before you send it.</source>
        <translation>Versionen, Stand der Clients und Einstellungen; ohne Namen, Adressen, Ordner, Passwörter und Schlüssel. Vor dem Versenden bitte lesen.</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Write into the log</source>
        <translation>Ins Protokoll schreiben</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Accent</source>
        <translation>Akzentfarbe</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Binary: KiB, MiB, GiB</source>
        <translation>Binär: KiB, MiB, GiB</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comfortable: two lines</source>
        <translation>Großzügig: zwei Zeilen</translation>
    </message>
    <message>
        <source>Compact: one line</source>
        <translation>Kompakt: eine Zeile</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Decimal: kB, MB, GB</source>
        <translation>Dezimal: kB, MB, GB</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Messages appear at once and do not slide in.</source>
        <translation>Meldungen erscheinen sofort und gleiten nicht herein.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>A copy as it was before: {path}</source>
        <translation>Eine Kopie des vorigen Stands: {path}</translation>
    </message>
    <message>
        <source>A new client</source>
        <translation>Ein neuer Client</translation>
    </message>
    <message>
        <source>A part of the settings could not be written</source>
        <translation>Ein Teil der Einstellungen konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Another client</source>
        <translation>Ein anderer Client</translation>
    </message>
    <message>
        <source>Client settings…</source>
        <translation>Client-Einstellungen…</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Delete {what} with its files?</source>
        <translation>{what} mitsamt Dateien löschen?</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Give to {client}</source>
        <translation>An {client} übergeben</translation>
    </message>
    <message>
        <source>If it is, its downloads keep what they are for. Known are: {clients}.</source>
        <translation>Wenn ja, behalten seine Downloads ihre Zuordnung. Bekannt sind: {clients}.</translation>
    </message>
    <message>
        <source>Is {client} a client that was used here before?</source>
        <translation>Wurde {client} hier schon einmal verwendet?</translation>
    </message>
    <message>
        <source>Is {client} still the same client?</source>
        <translation>Ist {client} noch derselbe Client?</translation>
    </message>
    <message>
        <source>It was at {before}, and is at {now} now. If it is, its downloads keep what they are for.</source>
        <translation>Er war unter {before} und ist jetzt unter {now}. Wenn ja, behalten seine Downloads ihre Zuordnung.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation>Jetzt entfernen</translation>
    </message>
    <message>
        <source>Remove {what}?</source>
        <translation>{what} entfernen?</translation>
    </message>
    <message>
        <source>The database was brought up to date. As it was before it stays in {path}.</source>
        <translation>Die Datenbank wurde auf den neuesten Stand gebracht. Der vorige Stand bleibt in {path}.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Derselbe</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Sie sind weg</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Until you say so nothing is marked as gone. If it was set up anew, its address is right.</source>
        <translation>Ohne Bestätigung wird nichts als verschwunden markiert. Falls er neu eingerichtet wurde, stimmt seine Adresse.</translation>
    </message>
    <message>
        <source>What downloads are for can’t be read or written now</source>
        <translation>Die Zuordnungen der Downloads lassen sich gerade nicht lesen oder speichern</translation>
    </message>
    <message>
        <source>You asked for it before the program ended, and it is still there.</source>
        <translation>Das war vor dem Ende des Programms in Auftrag gegeben, und er ist noch da.</translation>
    </message>
    <message>
        <source>{client} is no longer configured</source>
        <translation>{client} ist nicht mehr eingerichtet</translation>
    </message>
    <message>
        <source>{client} lists none of its {downloads}. Is this the right client?</source>
        <translation>{client} führt nichts mehr von dem auf, was er hatte ({downloads}). Ist es der richtige Client?</translation>
    </message>
    <message>
        <source>{client} lists only {listed} of its {downloads}. Is this the right client?</source>
        <translation>{client} führt nur noch {listed} von dem auf, was er hatte ({downloads}). Ist es der richtige Client?</translation>
    </message>
    <message>
        <source>{downloads} of it are still waited for.</source>
        <translation>Auf {downloads} von ihm wird noch gewartet.</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Click its icon to see the window again. Quit is in the icon&apos;s menu.</source>
        <translation>Ein Klick auf das Symbol zeigt das Fenster wieder. Beenden steht im Menü des Symbols.</translation>
    </message>
    <message>
        <source>Mydia Desktop goes on in the tray</source>
        <translation>Mydia Desktop läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>A part of the settings could not be read</source>
        <translation>Ein Teil der Einstellungen konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Client settings…</source>
        <translation>Client-Einstellungen…</translation>
    </message>
    <message>
        <source>Show last known</source>
        <translation>Zuletzt Bekanntes zeigen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>{client}: {story}.</source>
        <translation>{client}: {story}.</translation>
    </message>
    <message>
        <source>{count} clients can’t be reached</source>
        <translation>{count} Clients sind nicht erreichbar</translation>
    </message>
    <message>
        <source>{count} clients need attention</source>
        <translation>{count} Clients brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{count} parts of the settings could not be read</source>
        <translation>{count} Teile der Einstellungen konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Builtin</name>
    <message>
        <source>A label in {name} can&apos;t have a comma.</source>
        <translation>Ein Label in {name} kann kein Komma enthalten.</translation>
    </message>
    <message>
        <source>The built-in client has no second speed limits.</source>
        <translation>Der eingebaute Client hat keine zweiten Geschwindigkeitsgrenzen.</translation>
    </message>
    <message>
        <source>The built-in client is still busy with what it was told before.</source>
        <translation>Der eingebaute Client ist noch mit dem vorigen Auftrag beschäftigt.</translation>
    </message>
    <message>
        <source>The built-in client needs libtorrent, which does not exist for Python {version} yet.</source>
        <translation>Der eingebaute Client braucht libtorrent, das es für Python {version} noch nicht gibt.</translation>
    </message>
    <message>
        <source>The built-in client needs libtorrent, which is not installed: pip install &apos;mydia-desktop[builtin]&apos;.</source>
        <translation>Der eingebaute Client braucht libtorrent, das nicht installiert ist: pip install &apos;mydia-desktop[builtin]&apos;.</translation>
    </message>
    <message>
        <source>What becomes of it can&apos;t be saved: {why}. After a crash it is as it was before.</source>
        <translation>Sein Stand kann nicht gesichert werden: {why}. Nach einem Absturz ist es wie zuvor.</translation>
    </message>
    <message>
        <source>{name} already runs in another window of this profile, and only that can say what it does.</source>
        <translation>{name} läuft schon in einem anderen Fenster dieses Profils, und nur dieses weiß, was er tut.</translation>
    </message>
    <message>
        <source>{name} can&apos;t keep anything in {folder}: {why}.</source>
        <translation>{name} kann in {folder} nichts ablegen: {why}.</translation>
    </message>
    <message>
        <source>{name} could not keep this: {why}.</source>
        <translation>{name} konnte das nicht ablegen: {why}.</translation>
    </message>
    <message>
        <source>{name} does not answer in time.</source>
        <translation>{name} antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>{name} has no categories.</source>
        <translation>{name} hat keine Kategorien.</translation>
    </message>
    <message>
        <source>{name} no longer has this, but could not erase all of its files: {words}</source>
        <translation>{name} hat das nicht mehr, konnte aber nicht alle Dateien löschen: {words}</translation>
    </message>
    <message>
        <source>{name} refused: there is nothing in it.</source>
        <translation>{name} hat abgelehnt: Es ist nichts darin.</translation>
    </message>
</context>
<context>
    <name>BuiltinFields</name>
    <message>
        <source> % of its size</source>
        <translation> % seiner Größe</translation>
    </message>
    <message>
        <source> KiB/s</source>
        <translation> KiB/s</translation>
    </message>
    <message>
        <source> at once</source>
        <translation> gleichzeitig</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alle gleichzeitig</translation>
    </message>
    <message>
        <source>All; or an address, or a name such as tun0</source>
        <translation>Alle; oder Adresse, oder etwa tun0</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Download-Limit</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Finding peers</source>
        <translation>Peers finden</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>Ordner für Downloads</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>From other peers (PEX)</source>
        <translation>Über andere Peers (PEX)</translation>
    </message>
    <message>
        <source>In the local network (LSD)</source>
        <translation>Im lokalen Netz (LSD)</translation>
    </message>
    <message>
        <source>Its user name and password are the ones below, if it needs any.</source>
        <translation>Benutzername und Passwort dafür sind die untenstehenden, falls nötig.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>None; or socks5://localhost:1080</source>
        <translation>Keiner; oder socks5://localhost:1080</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Seed until</source>
        <translation>Verteilen bis</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Upload-Limit</translation>
    </message>
    <message>
        <source>Where the other side can</source>
        <translation>Wo die Gegenseite es kann</translation>
    </message>
    <message>
        <source>Without trackers (DHT)</source>
        <translation>Ohne Tracker (DHT)</translation>
    </message>
    <message>
        <source>Yield to other traffic (uTP)</source>
        <translation>Anderem Verkehr ausweichen (uTP)</translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>Name of the category:</source>
        <translation>Name der Kategorie:</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Neue Kategorie…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate of {address}</source>
        <translation>Zertifikat von {address}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>This is not the certificate trusted so far. Trust it only if you know why {address} has a new one.</source>
        <translation>Das ist nicht das bisher vertraute Zertifikat. Nur dann vertrauen, wenn klar ist, warum {address} ein neues hat.</translation>
    </message>
    <message>
        <source>This is the one certificate that is trusted for this client.</source>
        <translation>Das ist das eine Zertifikat, dem bei diesem Client vertraut wird.</translation>
    </message>
    <message>
        <source>Trust this certificate only</source>
        <translation>Nur diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>{address} showed this certificate. Compare its fingerprint with the server&apos;s own before you trust it.</source>
        <translation>{address} hat dieses Zertifikat gezeigt. Vor dem Vertrauen den Fingerabdruck mit dem auf dem Server vergleichen.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove filter {name}</source>
        <translation>Filter {name} entfernen</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>Another program</source>
        <translation>Anderes Programm</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Built-in client</source>
        <translation>Eingebauter Client</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Connection cut off</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Host name refused</source>
        <translation>Hostname abgelehnt</translation>
    </message>
    <message>
        <source>Host not found</source>
        <translation>Host nicht gefunden</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Next try in {time}.</source>
        <translation>Nächster Versuch in {time}.</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netzwerk</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Settings not complete</source>
        <translation>Einstellungen unvollständig</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>The password of {client} can’t be read</source>
        <translation>Das Passwort von {client} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>Too many sign-ins</source>
        <translation>Zu viele Anmeldungen</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Wird gerade versucht.</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Unreadable answer</source>
        <translation>Unlesbare Antwort</translation>
    </message>
    <message>
        <source>Version too old</source>
        <translation>Version zu alt</translation>
    </message>
    <message>
        <source>last seen {age}</source>
        <translation>zuletzt gesehen {age}</translation>
    </message>
    <message>
        <source>retry in {time}</source>
        <translation>neuer Versuch in {time}</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>wird gerade versucht</translation>
    </message>
    <message>
        <source>{client} can’t be reached</source>
        <translation>{client} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>{client} can’t be understood</source>
        <translation>{client} ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>{client} does not let Mydia Desktop in</source>
        <translation>{client} lässt Mydia Desktop nicht ein</translation>
    </message>
    <message>
        <source>{client} has blocked this computer</source>
        <translation>{client} hat diesen Computer gesperrt</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
</context>
<context>
    <name>ClientChoice</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>Abfragen alle</translation>
    </message>
    <message>
        <source>Kept in the system keyring (KWallet, Secret Service, Keychain, Credential Manager).</source>
        <translation>Liegt im Schlüsselbund des Systems (KWallet, Secret Service, Schlüsselbund, Anmeldeinformationsverwaltung).</translation>
    </message>
    <message>
        <source>Known until Mydia Desktop closes.</source>
        <translation>Bekannt, bis Mydia Desktop endet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>Only behind a reverse proxy, for example /qbit</source>
        <translation>Nur bei Reverse-Proxy, etwa /qbit</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>The address changed, so the password was cleared: it was not typed for this one. Type it again.</source>
        <translation>Die Adresse ist eine andere, darum wurde das Passwort geleert: Es galt nicht für diese. Bitte neu eingeben.</translation>
    </message>
    <message>
        <source>The stored password stays with the old address and is not sent to this one. Type it again.</source>
        <translation>Das gespeicherte Passwort gehört zur alten Adresse und wird nicht an diese gesendet. Bitte neu eingeben.</translation>
    </message>
    <message>
        <source>This computer offers no keyring to programs. Choose where the password is kept.</source>
        <translation>Dieser Computer bietet Programmen keinen Schlüsselbund. Bitte wählen, wo das Passwort aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Use this client</source>
        <translation>Diesen Client verwenden</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Written in config.toml, as plain text.</source>
        <translation>Steht als Klartext in config.toml.</translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht live</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>ClientPaths</name>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>{program} on this computer: its folders are taken as they are unless a line says otherwise.</source>
        <translation>{program} auf diesem Computer: Seine Ordner gelten, wie sie sind, sofern keine Zeile etwas anderes sagt.</translation>
    </message>
</context>
<context>
    <name>ClientRow</name>
    <message>
        <source>Asking…</source>
        <translation>Fragt…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to {client}</source>
        <translation>Mit {client} verbinden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for {client}</source>
        <translation>Passwort für {client}</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>User name for {client}</source>
        <translation>Benutzername für {client}</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source> Add client</source>
        <translation> Client hinzufügen</translation>
    </message>
    <message>
        <source>Add a download client to see its downloads here.</source>
        <translation>Mit einem Download-Client erscheinen hier dessen Downloads.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Its downloads leave this window when you save. In {name} itself nothing changes: no download stops, no file is erased.</source>
        <translation>Seine Downloads verlassen dieses Fenster beim Speichern. In {name} selbst ändert sich nichts: Kein Download hält an, keine Datei wird gelöscht.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Noch keine Clients</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Remove client</source>
        <translation>Client entfernen</translation>
    </message>
    <message>
        <source>Remove client (Del)</source>
        <translation>Client entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove {name} from this program?</source>
        <translation>{name} aus diesem Programm entfernen?</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>config.toml needs a look</source>
        <translation>config.toml braucht einen Blick</translation>
    </message>
</context>
<context>
    <name>CommandField</name>
    <message>
        <source>/usr/local/bin/refresh-library
--quietly</source>
        <translation>/usr/local/bin/refresh-library
--quietly</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Connection timed out after {seconds} s ({url}).</source>
        <translation>Zeitüberschreitung der Verbindung nach {seconds} s ({url}).</translation>
    </message>
    <message>
        <source>No answer from {name} within {seconds} s.</source>
        <translation>Keine Antwort von {name} innerhalb von {seconds} s.</translation>
    </message>
    <message>
        <source>No answer in time ({url}); the call was cut off.</source>
        <translation>Keine rechtzeitige Antwort ({url}); die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No computer named {host} was found. Is the address right?</source>
        <translation>Kein Computer namens {host} gefunden. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>No secure connection to {address}: {reason}. Is it https at all?</source>
        <translation>Keine sichere Verbindung zu {address}: {reason}. Ist es überhaupt https?</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <translation>Unter {address} antwortet nichts.</translation>
    </message>
    <message>
        <source>The certificate file {ca_file} can&apos;t be read: {why}.</source>
        <translation>Die Zertifikatsdatei {ca_file} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {why}.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut: {why}.</translation>
    </message>
    <message>
        <source>What {name} answered could not be dealt with. The log file has the details.</source>
        <translation>Die Antwort von {name} ließ sich nicht verarbeiten. Näheres steht in der Protokolldatei.</translation>
    </message>
    <message>
        <source>{address} answers, but not in HTTP. Is the port right?</source>
        <translation>{address} antwortet, aber nicht mit HTTP. Stimmt der Port?</translation>
    </message>
    <message>
        <source>{address} broke off in the middle of its answer.</source>
        <translation>{address} hat mitten in der Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>{address} can&apos;t be reached: {why}.</source>
        <translation>{address} ist nicht erreichbar: {why}.</translation>
    </message>
    <message>
        <source>{address} gave no whole answer within {seconds} s.</source>
        <translation>{address} hat innerhalb von {seconds} s keine vollständige Antwort gegeben.</translation>
    </message>
    <message>
        <source>{address} sent more than {most} MiB in one answer.</source>
        <translation>{address} hat mehr als {most} MiB in einer Antwort gesendet.</translation>
    </message>
    <message>
        <source>{client} is not among your clients any more.</source>
        <translation>{client} gehört nicht mehr zu den Clients.</translation>
    </message>
    <message>
        <source>{name} has not answered for {seconds} s ({url}).</source>
        <translation>{name} antwortet seit {seconds} s nicht ({url}).</translation>
    </message>
    <message>
        <source>{name} is not asked: earlier calls to it still hang on this computer.</source>
        <translation>{name} wird nicht gefragt: Frühere Anfragen hängen noch auf diesem Computer.</translation>
    </message>
    <message>
        <source>{name} is still busy with an earlier call.</source>
        <translation>{name} ist noch mit einer früheren Anfrage beschäftigt.</translation>
    </message>
    <message>
        <source>{name} is switched off in the settings.</source>
        <translation>{name} ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>{name} may still do this. {why}</source>
        <translation>{name} tut das vielleicht noch. {why}</translation>
    </message>
    <message>
        <source>{url} showed no certificate.</source>
        <translation>{url} hat kein Zertifikat gezeigt.</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Connection works</source>
        <translation>Verbindung funktioniert</translation>
    </message>
    <message>
        <source>Fetching the certificate…</source>
        <translation>Zertifikat wird abgerufen…</translation>
    </message>
    <message>
        <source>No certificate to show</source>
        <translation>Kein Zertifikat vorhanden</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Tested just now</source>
        <translation>Gerade getestet</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>answered in {ms} ms</source>
        <translation>Antwort in {ms} ms</translation>
    </message>
    <message>
        <source>signed in as {user}</source>
        <translation>angemeldet als {user}</translation>
    </message>
    <message>
        <source>{program} {version}, API {api}</source>
        <translation>{program} {version}, API {api}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>{count} of {all} have no magnet link.</source>
        <translation>{count} von {all} haben keinen Magnet-Link.</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>No peers</source>
        <translation>Keine Peers</translation>
    </message>
    <message>
        <source>No seeds</source>
        <translation>Keine Seeds</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>TMDB number {tmdb_id} is already that of {title}. Correct one of them.</source>
        <translation>Die TMDB-Nummer {tmdb_id} gehört schon zu {title}. Bitte eine von beiden berichtigen.</translation>
    </message>
    <message>
        <source>The database is not open.</source>
        <translation>Die Datenbank ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The database is still being read. Try again in a moment.</source>
        <translation>Die Datenbank wird noch gelesen. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This show is no longer in the library.</source>
        <translation>Diese Serie ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>What this refers to is no longer in the database. Nothing was written.</source>
        <translation>Worauf sich das bezieht, ist nicht mehr in der Datenbank. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>no address of a database</source>
        <translation>keine Adresse einer Datenbank</translation>
    </message>
    <message>
        <source>{file} can&apos;t be brought up to date: {reason}. It is as it was.</source>
        <translation>{file} lässt sich nicht auf den neuesten Stand bringen: {reason}. Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>{place} belongs to another program. It was left as it is. Move it away, or name another database.</source>
        <translation>{place} gehört einem anderen Programm und blieb unverändert. Bitte wegräumen oder eine andere Datenbank angeben.</translation>
    </message>
    <message>
        <source>{place} was written by a newer Mydia Desktop than this one. It was left as it is. Install the newer version to use it.</source>
        <translation>{place} wurde von einem neueren Mydia Desktop geschrieben und blieb unverändert. Zur Verwendung bitte die neuere Version installieren.</translation>
    </message>
    <message>
        <source>{show} already has an episode {number} in season {season}. Correct one of them.</source>
        <translation>{show} hat in Staffel {season} schon eine Folge {number}. Bitte eine von beiden berichtigen.</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%Ln left out: gone, or the client does not answer any more.</source>
        <translation>
            <numerusform>%Ln ausgelassen: nicht mehr da, oder der Client antwortet nicht mehr.</numerusform>
            <numerusform>%Ln ausgelassen: nicht mehr da, oder der Client antwortet nicht mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln download(s) and delete the files?</source>
        <translation>
            <numerusform>Diesen Download abbrechen und seine Dateien löschen?</numerusform>
            <numerusform>%Ln Downloads abbrechen und ihre Dateien löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln download(s) and the files?</source>
        <translation>
            <numerusform>Diesen Download und seine Dateien löschen?</numerusform>
            <numerusform>%Ln Downloads und ihre Dateien löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete with files</source>
        <translation>Mit Dateien löschen</translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>{count} löschen</translation>
    </message>
    <message>
        <source>Keep downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Nothing of it is left to delete.</source>
        <translation>Davon ist nichts mehr zu löschen.</translation>
    </message>
    <message>
        <source>Stop and delete</source>
        <translation>Anhalten und löschen</translation>
    </message>
    <message>
        <source>Stop and delete {count}</source>
        <translation>{count} anhalten und löschen</translation>
    </message>
    <message>
        <source>Type {count} to go on:</source>
        <translation>Zum Fortfahren {count} eingeben:</translation>
    </message>
    <message>
        <source>What there is of it on {client} is erased.</source>
        <translation>Was davon auf {client} liegt, wird gelöscht.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>{size} on {client} is erased.</source>
        <translation>{size} auf {client} werden gelöscht.</translation>
    </message>
</context>
<context>
    <name>Departures</name>
    <message>
        <source>{what} was removed in {client}.</source>
        <translation>{what} wurde in {client} entfernt.</translation>
    </message>
    <message>
        <source>{what} were removed in {client}.</source>
        <translation>{what} wurden in {client} entfernt.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Gefunden bei</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import into the library</source>
        <translation>Import in die Bibliothek</translation>
    </message>
    <message>
        <source>In the library since {moment}</source>
        <translation>In der Bibliothek seit {moment}</translation>
    </message>
    <message>
        <source>Info hash</source>
        <translation>Infohash</translation>
    </message>
    <message>
        <source>Info hash v1</source>
        <translation>Infohash v1</translation>
    </message>
    <message>
        <source>Info hash v2</source>
        <translation>Infohash v2</translation>
    </message>
    <message>
        <source>No matching folder on this computer</source>
        <translation>Kein passender Ordner auf diesem Computer</translation>
    </message>
    <message>
        <source>On the client</source>
        <translation>Auf dem Client</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Peers</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>When it is complete</source>
        <translation>Sobald er abgeschlossen ist</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>von {who}</translation>
    </message>
    <message>
        <source>{here} of {size} ({share} %)</source>
        <translation>{here} von {size} ({share} %)</translation>
    </message>
    <message>
        <source>{ratio} ({size} uploaded)</source>
        <translation>{ratio} ({size} hochgeladen)</translation>
    </message>
    <message>
        <source>{size} (100 %)</source>
        <translation>{size} (100 %)</translation>
    </message>
    <message>
        <source>{speed} down</source>
        <translation>{speed} Down</translation>
    </message>
    <message>
        <source>{speed} up</source>
        <translation>{speed} Up</translation>
    </message>
    <message>
        <source>{time}, about {moment}</source>
        <translation>{time}, etwa {moment}</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Select a download to see its details.</source>
        <translation>Details erscheinen, sobald ein Download ausgewählt ist.</translation>
    </message>
</context>
<context>
    <name>DownloadActions</name>
    <message>
        <source>Copy hash</source>
        <translation>Hash kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy row as text</source>
        <translation>Zeile als Text kopieren</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Move down in the queue</source>
        <translation>In der Warteschlange nach unten</translation>
    </message>
    <message>
        <source>Move in queue</source>
        <translation>In Warteschlange verschieben</translation>
    </message>
    <message>
        <source>Move to the bottom of the queue</source>
        <translation>An das Ende der Warteschlange</translation>
    </message>
    <message>
        <source>Move to the top of the queue</source>
        <translation>An den Anfang der Warteschlange</translation>
    </message>
    <message>
        <source>Move up in the queue</source>
        <translation>In der Warteschlange nach oben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Row as text</source>
        <translation>Zeile als Text</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>DownloadMenu</name>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Download</translation>
    </message>
</context>
<context>
    <name>DownloadsHeader</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>A path has no spaces, ? or #. Leave it empty unless a reverse proxy needs it.</source>
        <translation>Ein Pfad hat keine Leerzeichen, kein ? und kein #. Er bleibt leer, außer ein Reverse-Proxy braucht ihn.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A proxy looks like socks5://localhost:1080 or http://localhost:8080.</source>
        <translation>Ein Proxy sieht so aus: socks5://localhost:1080 oder http://localhost:8080.</translation>
    </message>
    <message>
        <source>An address is a name or number without spaces or slashes, such as nas.local.</source>
        <translation>Eine Adresse ist ein Name oder eine Nummer ohne Leerzeichen und Schrägstriche, etwa nas.local.</translation>
    </message>
    <message>
        <source>Both folders of a line are needed, from the root on, such as /data. Or remove it.</source>
        <translation>Jede Zeile braucht beide Ordner, von der Wurzel an, etwa /data. Sonst die Zeile entfernen.</translation>
    </message>
    <message>
        <source>Choose the folder that downloads go into.</source>
        <translation>Bitte den Ordner wählen, in den Downloads kommen.</translation>
    </message>
    <message>
        <source>Enter an address or the name of a network interface, such as tun0; or nothing.</source>
        <translation>Bitte eine Adresse oder den Namen einer Netzwerkschnittstelle angeben, etwa tun0; oder nichts.</translation>
    </message>
    <message>
        <source>Enter where it runs: a name or number such as nas.local or 192.168.1.5.</source>
        <translation>Bitte angeben, wo er läuft: ein Name oder eine Nummer wie nas.local oder 192.168.1.5.</translation>
    </message>
    <message>
        <source>Give it a name. Its downloads are labelled with it.</source>
        <translation>Bitte einen Namen geben. Seine Downloads sind damit beschriftet.</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen loslassen</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose files…</source>
        <translation>Dateien auswählen…</translation>
    </message>
    <message>
        <source>Drop .torrent or .nzb files here, or</source>
        <translation>.torrent- oder .nzb-Dateien hierher ziehen oder</translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation>Dateien auswählen…</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Add a download client to see its downloads here.</source>
        <translation>Mit einem Download-Client erscheinen hier dessen Downloads.</translation>
    </message>
    <message>
        <source>Add client…</source>
        <translation>Client hinzufügen…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>All good</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Asking {clients}…</source>
        <translation>{clients}: Abfrage läuft…</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Every download is finished.</source>
        <translation>Jeder Download ist fertig.</translation>
    </message>
    <message>
        <source>Look on this computer</source>
        <translation>Auf diesem Computer suchen</translation>
    </message>
    <message>
        <source>Movies and shows come here when a download is added or tied to them.</source>
        <translation>Filme und Serien erscheinen hier, sobald ihnen ein Download zugeordnet ist.</translation>
    </message>
    <message>
        <source>No client answers</source>
        <translation>Kein Client antwortet</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Noch keine Clients</translation>
    </message>
    <message>
        <source>No download fits these filters.</source>
        <translation>Kein Download passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No download is finished yet.</source>
        <translation>Noch kein Download ist fertig.</translation>
    </message>
    <message>
        <source>No failed, stalled or missing downloads.</source>
        <translation>Keine fehlgeschlagenen, stockenden oder fehlenden Downloads.</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Gerade nicht verfügbar</translation>
    </message>
    <message>
        <source>Nothing completed</source>
        <translation>Nichts abgeschlossen</translation>
    </message>
    <message>
        <source>Nothing downloading</source>
        <translation>Keine Downloads</translation>
    </message>
    <message>
        <source>Nothing fits “{words}” in {clients}.</source>
        <translation>Nichts in {clients} passt zu „{words}“.</translation>
    </message>
    <message>
        <source>Nothing fits “{words}”.</source>
        <translation>Nichts passt zu „{words}“.</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts passiert</translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <translation>Nichts in der Warteschlange</translation>
    </message>
    <message>
        <source>Nothing to show until one does.</source>
        <translation>Bis dahin gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Reading the database…</source>
        <translation>Datenbank wird gelesen…</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>Die Bibliothek ist leer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>What is added, completed and removed is noted here.</source>
        <translation>Hier steht, was hinzugefügt, abgeschlossen und entfernt wurde.</translation>
    </message>
    <message>
        <source>{clients} are live and have no downloads.</source>
        <translation>{clients} sind live und haben keine Downloads.</translation>
    </message>
    <message>
        <source>{clients} is live and has no downloads.</source>
        <translation>{clients} ist live und hat keine Downloads.</translation>
    </message>
</context>
<context>
    <name>EpisodeDialog</name>
    <message>
        <source>A whole number. The specials are season 0.</source>
        <translation>Eine ganze Zahl. Die Specials sind Staffel 0.</translation>
    </message>
    <message>
        <source>Edit episode</source>
        <translation>Folge bearbeiten</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Staffel</translation>
    </message>
    <message>
        <source>The show has another episode of this number.</source>
        <translation>Die Serie hat schon eine Folge mit dieser Nummer.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy: {name}</source>
        <translation>Kopieren: {name}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>{name}, folder</source>
        <translation>{name}, Ordner</translation>
    </message>
    <message>
        <source>{share} percent</source>
        <translation>{share} Prozent</translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Asking {client}…</source>
        <translation>{client} wird gefragt…</translation>
    </message>
    <message>
        <source>{client} does not answer. Its files are asked for when it does.</source>
        <translation>{client} antwortet nicht. Sobald er antwortet, werden die Dateien abgefragt.</translation>
    </message>
    <message>
        <source>{client} does not have it any more.</source>
        <translation>{client} hat ihn nicht mehr.</translation>
    </message>
    <message>
        <source>{client} does not know its files yet.</source>
        <translation>{client} kennt seine Dateien noch nicht.</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Added already</source>
        <translation>Schon hinzugefügt</translation>
    </message>
    <message>
        <source>Another program is on port {ports}.</source>
        <translation>Auf Port {ports} ist ein anderes Programm.</translation>
    </message>
    <message>
        <source>Does not let us in</source>
        <translation>Lässt uns nicht ein</translation>
    </message>
    <message>
        <source>Looked on ports {ports} of this computer</source>
        <translation>Gesucht auf den Ports {ports} dieses Computers</translation>
    </message>
    <message>
        <source>Looking on ports {ports} of this computer…</source>
        <translation>Suche auf den Ports {ports} dieses Computers…</translation>
    </message>
    <message>
        <source>No answer on port {ports}.</source>
        <translation>Keine Antwort auf Port {ports}.</translation>
    </message>
    <message>
        <source>No other program needed. Saves in {folder}.</source>
        <translation>Kein anderes Programm nötig. Speichert in {folder}.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>wants you to sign in</source>
        <translation>Anmeldung nötig</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source> Add another client…</source>
        <translation> Anderen Client hinzufügen…</translation>
    </message>
    <message>
        <source> Look again</source>
        <translation> Erneut suchen</translation>
    </message>
    <message>
        <source> Show my downloads</source>
        <translation> Downloads anzeigen</translation>
    </message>
    <message>
        <source>Clients found</source>
        <translation>Gefundene Clients</translation>
    </message>
    <message>
        <source>Clients on this computer are found by themselves. Nothing is changed in them.</source>
        <translation>Clients auf diesem Computer werden von selbst gefunden. An ihnen wird nichts geändert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for download clients…</source>
        <translation>Suche nach Download-Clients…</translation>
    </message>
    <message>
        <source>No download client answers on this computer.</source>
        <translation>Auf diesem Computer antwortet kein Download-Client.</translation>
    </message>
    <message>
        <source>Nothing was added. {why}</source>
        <translation>Nichts wurde hinzugefügt. {why}</translation>
    </message>
    <message>
        <source>One live view of everything your download clients are doing.</source>
        <translation>Alles, was die Download-Clients gerade tun, live in einer Ansicht.</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Vorerst überspringen</translation>
    </message>
    <message>
        <source>There is no keyring here: passwords are kept until Mydia Desktop closes.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Passwörter gelten, bis Mydia Desktop endet.</translation>
    </message>
    <message>
        <source>These were found on this computer. Nothing is changed in them.</source>
        <translation>Diese wurden auf diesem Computer gefunden. An ihnen wird nichts geändert.</translation>
    </message>
    <message>
        <source>Transmission answers once remote access is on, qBittorrent once its Web UI is on.</source>
        <translation>Transmission antwortet, sobald der Fernzugriff eingeschaltet ist, qBittorrent, sobald die Webbenutzeroberfläche eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Welcome to Mydia Desktop</source>
        <translation>Willkommen bei Mydia Desktop</translation>
    </message>
    <message>
        <source>{clients} found</source>
        <translation>{clients} gefunden</translation>
    </message>
    <message>
        <source>{clients} selected</source>
        <translation>{clients} ausgewählt</translation>
    </message>
</context>
<context>
    <name>FolderOpener</name>
    <message>
        <source>Map path…</source>
        <translation>Pfad zuordnen…</translation>
    </message>
    <message>
        <source>These are in {count} folders. Select fewer to open them.</source>
        <translation>Sie liegen in {count} Ordnern. Zum Öffnen weniger auswählen.</translation>
    </message>
    <message>
        <source>{path} is not there. Is its drive connected?</source>
        <translation>{path} ist nicht da. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>{path} leads out of its folder and is not opened.</source>
        <translation>{path} führt aus seinem Ordner hinaus und wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>{path} on {client} has no matching folder here.</source>
        <translation>Für {path} auf {client} gibt es hier keinen passenden Ordner.</translation>
    </message>
</context>
<context>
    <name>FolderTest</name>
    <message>
        <source>Hard links are not possible</source>
        <translation>Hardlinks sind nicht möglich</translation>
    </message>
    <message>
        <source>It can be written to, and has {size} left.</source>
        <translation>Er ist beschreibbar und hat noch {size} frei.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No client has a file here now, so a hard link could not be tried.</source>
        <translation>Kein Client hat gerade eine Datei hier, darum ließ sich kein Hardlink versuchen.</translation>
    </message>
    <message>
        <source>No client has a file here now, so moving could not be tried.</source>
        <translation>Kein Client hat gerade eine Datei hier, darum ließ sich das Verschieben nicht versuchen.</translation>
    </message>
    <message>
        <source>Nothing can be written there</source>
        <translation>Dort kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>The folder is fine</source>
        <translation>Der Ordner ist in Ordnung</translation>
    </message>
    <message>
        <source>The folder is not there</source>
        <translation>Der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>The folder is there</source>
        <translation>Der Ordner ist da</translation>
    </message>
    <message>
        <source>There is no {path}. Is its drive connected? It is not made by itself.</source>
        <translation>Es gibt kein {path}. Ist das Laufwerk angeschlossen? Der Ordner wird nicht von selbst angelegt.</translation>
    </message>
    <message>
        <source>This is no folder</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>it is on another file system</source>
        <translation>er liegt auf einem anderen Dateisystem</translation>
    </message>
    <message>
        <source>{path} can be linked here.</source>
        <translation>{path} lässt sich hierher verlinken.</translation>
    </message>
    <message>
        <source>{path} can be moved here at once.</source>
        <translation>{path} lässt sich sofort hierher verschieben.</translation>
    </message>
    <message>
        <source>{path} can’t be linked here: {why}. Choose to copy.</source>
        <translation>{path} lässt sich nicht hierher verlinken: {why}. Bitte Kopieren wählen.</translation>
    </message>
    <message>
        <source>{path} has not answered for {seconds} s. Is its drive connected?</source>
        <translation>{path} antwortet seit {seconds} s nicht. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>{path} is a file, or a link that leads nowhere.</source>
        <translation>{path} ist eine Datei oder ein Link, der ins Leere führt.</translation>
    </message>
    <message>
        <source>{path} is copied first: {why}.</source>
        <translation>{path} wird erst kopiert: {why}.</translation>
    </message>
    <message>
        <source>{path}: {why}.</source>
        <translation>{path}: {why}.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Add %Ln download(s)</source>
        <translation>
            <numerusform>Download hinzufügen</numerusform>
            <numerusform>%Ln Downloads hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln again</source>
        <translation>
            <numerusform>Erneut versuchen</numerusform>
            <numerusform>%Ln erneut versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {count} added</source>
        <translation>{done} von {count} hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ForCard</name>
    <message>
        <source>Change movie or episode…</source>
        <translation>Film oder Folge ändern…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Nothing to add yet</source>
        <translation>Noch nichts hinzuzufügen</translation>
    </message>
    <message>
        <source>Nothing to match</source>
        <translation>Nichts zuzuordnen</translation>
    </message>
    <message>
        <source>Read from the name:</source>
        <translation>Aus dem Namen gelesen:</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Season pack</source>
        <translation>Ganze Staffel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What a download is for is read from its name.</source>
        <translation>Wozu ein Download gehört, steht in seinem Namen.</translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s)</source>
        <translation>
            <numerusform>{size} in %Ln Datei</numerusform>
            <numerusform>{size} in %Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>After 1 hour</source>
        <translation>Nach 1 Stunde</translation>
    </message>
    <message>
        <source>After 1 minute</source>
        <translation>Nach 1 Minute</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Nach 15 Minuten</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Nach 5 Minuten</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray</source>
        <translation>Beim Schließen des Fensters im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Downloads of a client that does not answer are greyed at once, and leave the list after this time.</source>
        <translation>Downloads eines Clients, der nicht antwortet, werden sofort ausgegraut und verlassen die Liste nach dieser Zeit.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Hide their downloads</source>
        <translation>Downloads ausblenden</translation>
    </message>
    <message>
        <source>It goes on looking after your downloads. “Quit” ends it.</source>
        <translation>Das Programm kümmert sich weiter um die Downloads. „Beenden“ beendet es.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Offered on Linux, once mydia-desktop is installed where the session finds it.</source>
        <translation>Möglich unter Linux, sobald mydia-desktop dort installiert ist, wo die Sitzung es findet.</translation>
    </message>
    <message>
        <source>Silent clients</source>
        <translation>Stumme Clients</translation>
    </message>
    <message>
        <source>Start in the tray, without a window</source>
        <translation>Im Infobereich starten, ohne Fenster</translation>
    </message>
    <message>
        <source>Start with the desktop session</source>
        <translation>Mit der Desktopsitzung starten</translation>
    </message>
    <message>
        <source>This desktop shows no tray. GNOME has one with an extension.</source>
        <translation>Diese Arbeitsumgebung zeigt keinen Infobereich. GNOME hat ihn mit einer Erweiterung.</translation>
    </message>
</context>
<context>
    <name>GoneActions</name>
    <message>
        <source>{what}: forgotten. The history keeps it.</source>
        <translation>{what}: vergessen. Der Verlauf behält es.</translation>
    </message>
    <message>
        <source>{what}: {message}</source>
        <translation>{what}: {message}</translation>
    </message>
</context>
<context>
    <name>GoneMenu</name>
    <message>
        <source>Change movie or episode…</source>
        <translation>Film oder Folge ändern…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>It finished: import from…</source>
        <translation>Er war fertig: importieren aus …</translation>
    </message>
    <message>
        <source>Nothing is imported: there is no library folder in the settings.</source>
        <translation>Nichts wird importiert: In den Einstellungen steht kein Bibliotheksordner.</translation>
    </message>
    <message>
        <source>One at a time: each is somewhere else.</source>
        <translation>Nur einen auf einmal: Jeder liegt woanders.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Earlier clients</source>
        <translation>Vorige Clients</translation>
    </message>
    <message>
        <source>Later clients</source>
        <translation>Weitere Clients</translation>
    </message>
    <message>
        <source>updated {age}</source>
        <translation>aktualisiert {age}</translation>
    </message>
    <message>
        <source>{down} down, {up} up</source>
        <translation>{down} Down, {up} Up</translation>
    </message>
    <message numerus="yes">
        <source>{live} of %Ln client(s) live</source>
        <translation>
            <numerusform>{live} von %Ln Client live</numerusform>
            <numerusform>{live} von %Ln Clients live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Added to {client}</source>
        <translation>Zu {client} hinzugefügt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cancelled, its partial files stay</source>
        <translation>Abgebrochen, Teildateien bleiben</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Deleted from {client} with its files</source>
        <translation>Mit Dateien aus {client} gelöscht</translation>
    </message>
    <message>
        <source>Failed in {client}</source>
        <translation>In {client} fehlgeschlagen</translation>
    </message>
    <message>
        <source>Forgotten: nobody waits for it any more</source>
        <translation>Vergessen: Niemand wartet mehr darauf</translation>
    </message>
    <message>
        <source>Imported into the library</source>
        <translation>In die Bibliothek importiert</translation>
    </message>
    <message>
        <source>No answer from {client}, which may still do it</source>
        <translation>Keine Antwort von {client}, vielleicht geschieht es noch</translation>
    </message>
    <message>
        <source>No longer tied to anything</source>
        <translation>Nicht mehr zugeordnet</translation>
    </message>
    <message>
        <source>Not sent to {client}</source>
        <translation>Nicht an {client} gesendet</translation>
    </message>
    <message>
        <source>Now tied to {what}</source>
        <translation>Jetzt {what} zugeordnet</translation>
    </message>
    <message>
        <source>Removed from {client}, its files stay</source>
        <translation>Aus {client} entfernt, Dateien bleiben</translation>
    </message>
    <message>
        <source>Sent to {client}</source>
        <translation>An {client} gesendet</translation>
    </message>
    <message>
        <source>Something was asked of {client}</source>
        <translation>Auftrag an {client}</translation>
    </message>
    <message>
        <source>Stayed in {client}</source>
        <translation>In {client} geblieben</translation>
    </message>
    <message>
        <source>Tied to {what}</source>
        <translation>{what} zugeordnet</translation>
    </message>
    <message>
        <source>Tied to {what} automatically</source>
        <translation>Automatisch {what} zugeordnet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To be added to {client}</source>
        <translation>Soll zu {client} hinzugefügt werden</translation>
    </message>
    <message>
        <source>To be deleted from {client} with its files</source>
        <translation>Soll mit Dateien aus {client} gelöscht werden</translation>
    </message>
    <message>
        <source>To be removed from {client}, files stay</source>
        <translation>Soll aus {client} entfernt werden, Dateien bleiben</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Erneut versucht</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>before: {what}</source>
        <translation>vorher: {what}</translation>
    </message>
    <message>
        <source>in {path}</source>
        <translation>in {path}</translation>
    </message>
    <message>
        <source>its client</source>
        <translation>seinem Client</translation>
    </message>
    <message>
        <source>no longer in any client</source>
        <translation>in keinem Client mehr</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{client} refused</source>
        <translation>{client} hat abgelehnt</translation>
    </message>
    <message>
        <source>{when}, {title}: {what}, by {who}</source>
        <translation>{when}, {title}: {what}, von {who}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>A hard link from {downloads} into {library} is not possible: {why}. Nothing was copied instead. Choose to copy, or a library folder beside the downloads.</source>
        <translation>Ein Hardlink von {downloads} nach {library} ist nicht möglich: {why}. Es wurde nicht ersatzweise kopiert. Abhilfe: Kopieren wählen oder einen Bibliotheksordner neben den Downloads.</translation>
    </message>
    <message>
        <source>A part of the pattern has nothing that can name a folder.</source>
        <translation>Ein Teil des Musters enthält nichts, was einen Ordner benennen kann.</translation>
    </message>
    <message>
        <source>A part of the pattern is empty, or is dots only.</source>
        <translation>Ein Teil des Musters ist leer oder besteht nur aus Punkten.</translation>
    </message>
    <message>
        <source>A { has no }, or a } no {.</source>
        <translation>Zu einer { fehlt die }, oder zu einer } die {.</translation>
    </message>
    <message>
        <source>Another file is there already: {target}. It is not overwritten. Move it away, or keep it and forget this import.</source>
        <translation>Dort ist schon eine andere Datei: {target}. Sie wird nicht überschrieben. Abhilfe: sie wegräumen, oder sie behalten und diesen Import vergessen.</translation>
    </message>
    <message>
        <source>Its client no longer has it, so its files are not known.</source>
        <translation>Der Client hat ihn nicht mehr, darum sind seine Dateien nicht bekannt.</translation>
    </message>
    <message>
        <source>Nobody has said yet which movie or episode this is.</source>
        <translation>Noch ist nicht festgelegt, welcher Film oder welche Folge das ist.</translation>
    </message>
    <message>
        <source>None of the files is known to be {subject}: {videos}. Say which movie or episode this download is.</source>
        <translation>Keine der Dateien ist als {subject} zu erkennen: {videos}. Bitte angeben, welcher Film oder welche Folge dieser Download ist.</translation>
    </message>
    <message>
        <source>Nothing of this can go into the library as {subject}. {words}</source>
        <translation>Nichts davon kann als {subject} in die Bibliothek. {words}</translation>
    </message>
    <message>
        <source>Nothing that can name a file or folder is left of “{pattern}”.</source>
        <translation>Von „{pattern}“ bleibt nichts, was eine Datei oder einen Ordner benennen kann.</translation>
    </message>
    <message>
        <source>Something still writes to {place}.</source>
        <translation>In {place} wird noch geschrieben.</translation>
    </message>
    <message>
        <source>The command after the import could not be started: {why} ({command}).</source>
        <translation>Der Befehl nach dem Import konnte nicht gestartet werden: {why} ({command}).</translation>
    </message>
    <message>
        <source>The command after the import {outcome}.</source>
        <translation>Der Befehl nach dem Import {outcome}.</translation>
    </message>
    <message>
        <source>The command after the import {outcome}. It said: {words}</source>
        <translation>Der Befehl nach dem Import {outcome}. Ausgabe: {words}</translation>
    </message>
    <message>
        <source>The copy of {name} is not the same as the file. Is the disk of the library in order?</source>
        <translation>Die Kopie von {name} gleicht der Datei nicht. Ist der Datenträger der Bibliothek in Ordnung?</translation>
    </message>
    <message>
        <source>The download names a file outside its own folder. It is not imported.</source>
        <translation>Der Download nennt eine Datei außerhalb seines eigenen Ordners. Er wird nicht importiert.</translation>
    </message>
    <message>
        <source>The file system of {library} takes no file of {size}, such as {name}. Choose a library folder on another one.</source>
        <translation>Das Dateisystem von {library} nimmt keine Datei von {size} an, wie {name}. Bitte einen Bibliotheksordner auf einem anderen wählen.</translation>
    </message>
    <message>
        <source>The last part of the pattern names the file, and needs something that is always known: {fields}.</source>
        <translation>Der letzte Teil des Musters benennt die Datei und braucht etwas, das immer bekannt ist: {fields}.</translation>
    </message>
    <message>
        <source>The library folder {folder} is no whole path. Choose it in the settings.</source>
        <translation>Der Bibliotheksordner {folder} ist kein vollständiger Pfad. Bitte in den Einstellungen wählen.</translation>
    </message>
    <message>
        <source>The library folder {library} is not there. Is its drive connected?</source>
        <translation>Der Bibliotheksordner {library} ist nicht da. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>The pattern begins below the library folder: parts are separated by /, and none comes first.</source>
        <translation>Das Muster beginnt unterhalb des Bibliotheksordners: Die Teile sind durch / getrennt, und am Anfang steht keiner.</translation>
    </message>
    <message>
        <source>The pattern for names in the library can&apos;t be used. {error}</source>
        <translation>Das Namensmuster der Bibliothek ist nicht verwendbar. {error}</translation>
    </message>
    <message>
        <source>The pattern is empty.</source>
        <translation>Das Muster ist leer.</translation>
    </message>
    <message>
        <source>The pattern needs {field}, or different files would get one name.</source>
        <translation>Das Muster braucht {field}, sonst bekämen verschiedene Dateien denselben Namen.</translation>
    </message>
    <message>
        <source>There is no library folder. Choose one in the settings.</source>
        <translation>Es gibt keinen Bibliotheksordner. Bitte in den Einstellungen einen wählen.</translation>
    </message>
    <message>
        <source>Two files could be the same episode of {title}: {names}. Deselect in the client the one that is not wanted.</source>
        <translation>Zwei Dateien könnten dieselbe Folge von {title} sein: {names}. Bitte die unerwünschte im Client abwählen.</translation>
    </message>
    <message>
        <source>Two files would both become {name}: {first} and {second}. Change the pattern for names in the settings.</source>
        <translation>Zwei Dateien würden beide zu {name}: {first} und {second}. Bitte das Namensmuster in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>ended with code {code}</source>
        <translation>endete mit Code {code}</translation>
    </message>
    <message>
        <source>its video is not imported</source>
        <translation>sein Video wird nicht importiert</translation>
    </message>
    <message>
        <source>much smaller than the movie</source>
        <translation>viel kleiner als der Film</translation>
    </message>
    <message>
        <source>no video that it belongs to</source>
        <translation>kein Video, zu dem es gehört</translation>
    </message>
    <message>
        <source>the file system says: {why}</source>
        <translation>das Dateisystem meldet: {why}</translation>
    </message>
    <message>
        <source>they are on different file systems</source>
        <translation>sie liegen auf verschiedenen Dateisystemen</translation>
    </message>
    <message>
        <source>took longer than {seconds} s and was ended</source>
        <translation>dauerte länger als {seconds} s und wurde beendet</translation>
    </message>
    <message>
        <source>was ended by signal {number}</source>
        <translation>wurde durch Signal {number} beendet</translation>
    </message>
    <message>
        <source>{count} could be {subject}: {names}. Deselect in the client what is not wanted, or put the files into the library by hand.</source>
        <translation>{count} könnten {subject} sein: {names}. Bitte Unerwünschtes im Client abwählen oder die Dateien von Hand in die Bibliothek legen.</translation>
    </message>
    <message>
        <source>{field} can&apos;t be written so; numbers take a width, such as {example}.</source>
        <translation>{field} ist so nicht möglich; Zahlen haben eine Breite, etwa {example}.</translation>
    </message>
    <message>
        <source>{field} is not known here. There are {fields}.</source>
        <translation>{field} ist hier nicht bekannt. Es gibt {fields}.</translation>
    </message>
    <message>
        <source>{folder} is a file, and would have to be a folder. Move it away, or change the pattern for names.</source>
        <translation>{folder} ist eine Datei und müsste ein Ordner sein. Bitte wegräumen oder das Namensmuster ändern.</translation>
    </message>
    <message>
        <source>{folder} is a link that leads out of the library folder. Nothing is put there.</source>
        <translation>{folder} ist ein Link, der aus dem Bibliotheksordner hinausführt. Dort wird nichts abgelegt.</translation>
    </message>
    <message>
        <source>{folder} on {name} has no matching folder here.</source>
        <translation>Für {folder} auf {name} gibt es hier keinen passenden Ordner.</translation>
    </message>
    <message>
        <source>{library} can&apos;t be written to: {why}. Choose another folder, or change its permissions.</source>
        <translation>In {library} kann nicht geschrieben werden: {why}. Bitte einen anderen Ordner wählen oder die Rechte ändern.</translation>
    </message>
    <message>
        <source>{library} has {free} left; this needs {needed}. Free some space.</source>
        <translation>{library} hat noch {free} frei; nötig sind {needed}. Bitte Platz schaffen.</translation>
    </message>
    <message>
        <source>{name} belongs to another user, and this one may not write to it</source>
        <translation>{name} gehört einem anderen Benutzer, und dieser darf nicht hineinschreiben</translation>
    </message>
    <message>
        <source>{name} can&apos;t be put into the library: {why}. It is tried again.</source>
        <translation>{name} lässt sich nicht in die Bibliothek legen: {why}. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{name} changed while it was put into the library. It is tried again.</source>
        <translation>{name} hat sich geändert, während es in die Bibliothek kam. Es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>{name} has another size than {client} says. Is it the same file?</source>
        <translation>{name} hat eine andere Größe, als {client} angibt. Ist es dieselbe Datei?</translation>
    </message>
    <message>
        <source>{name} is not done with the files yet.</source>
        <translation>{name} ist mit den Dateien noch nicht fertig.</translation>
    </message>
    <message>
        <source>{name} is too long a name there. Make the pattern for names shorter.</source>
        <translation>{name} ist dort ein zu langer Name. Bitte das Namensmuster kürzen.</translation>
    </message>
    <message>
        <source>{place} can&apos;t be read: {why}.</source>
        <translation>{place} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>{place} has {there} of {size}: it is not all of the download.</source>
        <translation>{place} hat {there} von {size}: Das ist nicht der ganze Download.</translation>
    </message>
    <message>
        <source>{place} holds too many files for one download.</source>
        <translation>{place} enthält zu viele Dateien für einen Download.</translation>
    </message>
    <message>
        <source>{source} can&apos;t be read: {why}. Is its drive connected?</source>
        <translation>{source} ist nicht lesbar: {why}. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>{source} can&apos;t be read: {why}. Let this user read what {client} writes.</source>
        <translation>{source} ist nicht lesbar: {why}. Dieser Benutzer muss lesen dürfen, was {client} schreibt.</translation>
    </message>
    <message>
        <source>{source} is a link, or no file. Only files that the client wrote itself are imported.</source>
        <translation>{source} ist ein Link oder keine Datei. Nur Dateien, die der Client selbst geschrieben hat, werden importiert.</translation>
    </message>
    <message>
        <source>{source} is not there any more. Is its drive connected?</source>
        <translation>{source} ist nicht mehr da. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>{source} is not there. Is its drive connected?</source>
        <translation>{source} ist nicht da. Ist das Laufwerk angeschlossen?</translation>
    </message>
</context>
<context>
    <name>ImportFixing</name>
    <message>
        <source>To be imported: {downloads}.</source>
        <translation>Wird importiert: {downloads}.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>A file of its own: takes its room again, on any drive. The download is shared on.</source>
        <translation>Eine eigene Datei: braucht den Platz noch einmal, auf jedem Laufwerk. Der Download wird weiter verteilt.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Choose the folder of your library, from the root on, such as /mnt/media.</source>
        <translation>Bitte den Ordner der Bibliothek wählen, von der Wurzel an, etwa /mnt/media.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>For example /mnt/media</source>
        <translation>Zum Beispiel /mnt/media</translation>
    </message>
    <message>
        <source>For example {path}</source>
        <translation>Zum Beispiel {path}</translation>
    </message>
    <message>
        <source>Hard link</source>
        <translation>Hardlink</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Import finished downloads</source>
        <translation>Fertige Downloads importieren</translation>
    </message>
    <message>
        <source>Import to library</source>
        <translation>In die Bibliothek importieren</translation>
    </message>
    <message>
        <source>Its files in the library stay. The files that the client downloaded are never erased.</source>
        <translation>Seine Dateien in der Bibliothek bleiben. Die vom Client heruntergeladenen Dateien werden nie gelöscht.</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>Bibliotheksordner</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Ordner wird angesehen…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Movies</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Remove it from its client when its ratio goal is reached</source>
        <translation>Aus dem Client entfernen, sobald das Ratio-Ziel erreicht ist</translation>
    </message>
    <message>
        <source>Run after each import: the program on the first line, then one argument on each line. There is no shell. Where the files are is in MYDIA_FILES and others of its environment.</source>
        <translation>Läuft nach jedem Import: das Programm in der ersten Zeile, dann je Zeile ein Argument. Es gibt keine Shell. Wo die Dateien liegen, steht in MYDIA_FILES und weiteren Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>See whether the folder is there, can be written to, and can hold hard links</source>
        <translation>Prüft, ob der Ordner da und beschreibbar ist und Hardlinks aufnehmen kann</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The download is removed from its client and no longer shared; only the file in the library is left.</source>
        <translation>Der Download wird aus dem Client entfernt und nicht mehr verteilt; nur die Datei in der Bibliothek bleibt.</translation>
    </message>
    <message>
        <source>The first line is empty; it names the program.</source>
        <translation>Die erste Zeile ist leer; sie nennt das Programm.</translation>
    </message>
    <message>
        <source>The same file under a second name: takes no room, and goes on being shared. Both folders have to be on one file system.</source>
        <translation>Dieselbe Datei unter einem zweiten Namen: braucht keinen Platz und wird weiter verteilt. Beide Ordner müssen auf einem Dateisystem liegen.</translation>
    </message>
    <message>
        <source>Then run</source>
        <translation>Dann ausführen</translation>
    </message>
    <message>
        <source>Videos of downloads that are matched to a movie or episode, with their subtitles, get into a folder of your own under proper names.</source>
        <translation>Videos zugeordneter Downloads kommen mitsamt Untertiteln unter ordentlichen Namen in einen eigenen Ordner.</translation>
    </message>
</context>
<context>
    <name>IntervalField</name>
    <message>
        <source>Ask every, seconds</source>
        <translation>Abfragen alle, Sekunden</translation>
    </message>
    <message>
        <source>Ask every, seconds, when hidden</source>
        <translation>Abfragen alle, Sekunden, wenn verborgen</translation>
    </message>
    <message>
        <source>s when hidden</source>
        <translation>s</translation>
    </message>
    <message>
        <source>s, and every</source>
        <translation>s; verborgen alle</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Copy this one</source>
        <translation>Diesen kopieren</translation>
    </message>
    <message>
        <source>Failed without a reason given</source>
        <translation>Fehlgeschlagen ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>Files not found in {path}</source>
        <translation>Dateien in {path} nicht gefunden</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Had failed</source>
        <translation>War fehlgeschlagen</translation>
    </message>
    <message>
        <source>It never arrived in {client}</source>
        <translation>Ist nie in {client} angekommen</translation>
    </message>
    <message>
        <source>Its files are not here</source>
        <translation>Seine Dateien sind nicht hier</translation>
    </message>
    <message>
        <source>Map path…</source>
        <translation>Pfad zuordnen…</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Zuordnen…</translation>
    </message>
    <message>
        <source>Missed its files</source>
        <translation>Seine Dateien fehlten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No data arrives</source>
        <translation>Es kommen keine Daten</translation>
    </message>
    <message>
        <source>No data for {time}</source>
        <translation>Keine Daten seit {time}</translation>
    </message>
    <message>
        <source>No hard link is possible</source>
        <translation>Kein Hardlink möglich</translation>
    </message>
    <message>
        <source>No longer in {client}</source>
        <translation>Nicht mehr in {client}</translation>
    </message>
    <message>
        <source>Not clear what it is for</source>
        <translation>Unklar, wofür es ist</translation>
    </message>
    <message>
        <source>Not enough room</source>
        <translation>Nicht genug Platz</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>Not tried again before you say so</source>
        <translation>Kein neuer Versuch ohne Anweisung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Re-announce</source>
        <translation>Neu ankündigen</translation>
    </message>
    <message>
        <source>Re-check files</source>
        <translation>Dateien überprüfen</translation>
    </message>
    <message>
        <source>Reported by {client}</source>
        <translation>Gemeldet von {client}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Show 1 more download</source>
        <translation>1 weiteren Download anzeigen</translation>
    </message>
    <message>
        <source>Show 1 more download on {client}</source>
        <translation>1 weiteren Download auf {client} anzeigen</translation>
    </message>
    <message>
        <source>Show fewer downloads</source>
        <translation>Weniger Downloads anzeigen</translation>
    </message>
    <message>
        <source>Show {count} more downloads</source>
        <translation>{count} weitere Downloads anzeigen</translation>
    </message>
    <message>
        <source>Show {count} more downloads on {client}</source>
        <translation>{count} weitere Downloads auf {client} anzeigen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Suggested fix</source>
        <translation>Empfohlene Abhilfe</translation>
    </message>
    <message>
        <source>The import did not succeed</source>
        <translation>Der Import ist nicht gelungen</translation>
    </message>
    <message>
        <source>The library folder is no place for it</source>
        <translation>Im Mediathekordner geht es nicht</translation>
    </message>
    <message>
        <source>Tried again by itself</source>
        <translation>Wird von selbst erneut versucht</translation>
    </message>
    <message>
        <source>Tried again in {time}</source>
        <translation>Neuer Versuch in {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Was being checked</source>
        <translation>Wurde überprüft</translation>
    </message>
    <message>
        <source>Was being moved</source>
        <translation>Wurde verschoben</translation>
    </message>
    <message>
        <source>Was completed</source>
        <translation>War abgeschlossen</translation>
    </message>
    <message>
        <source>Was downloading</source>
        <translation>Wurde heruntergeladen</translation>
    </message>
    <message>
        <source>Was getting details</source>
        <translation>Rief Details ab</translation>
    </message>
    <message>
        <source>Was in a state we do not know</source>
        <translation>War in einem unbekannten Zustand</translation>
    </message>
    <message>
        <source>Was paused</source>
        <translation>War pausiert</translation>
    </message>
    <message>
        <source>Was queued</source>
        <translation>Stand in der Warteschlange</translation>
    </message>
    <message>
        <source>Was seeding</source>
        <translation>Wurde verteilt</translation>
    </message>
    <message>
        <source>Was stalled</source>
        <translation>Stockte</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>added {moment}</source>
        <translation>hinzugefügt {moment}</translation>
    </message>
    <message>
        <source>complete {moment}</source>
        <translation>abgeschlossen {moment}</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>last active {moment}</source>
        <translation>zuletzt aktiv {moment}</translation>
    </message>
    <message>
        <source>last in {path}</source>
        <translation>zuletzt in {path}</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>{client} did not list these yet</source>
        <translation>{client} hat diese noch nicht aufgeführt</translation>
    </message>
    <message>
        <source>{client} does not let us in</source>
        <translation>{client} lässt uns nicht ein</translation>
    </message>
    <message>
        <source>{client} does not list it any more</source>
        <translation>{client} führt ihn nicht mehr auf</translation>
    </message>
    <message>
        <source>{client} has blocked this computer</source>
        <translation>{client} hat diesen Computer gesperrt</translation>
    </message>
    <message>
        <source>{client} is connecting</source>
        <translation>{client} verbindet sich</translation>
    </message>
    <message>
        <source>{client} not understood</source>
        <translation>{client} nicht verstanden</translation>
    </message>
    <message>
        <source>{client} unreachable</source>
        <translation>{client} nicht erreichbar</translation>
    </message>
    <message>
        <source>{downloads}. Complete, and not in the library yet.</source>
        <translation>{downloads}. Abgeschlossen und noch nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>{downloads}. It answered without them, and somebody still waits for them.</source>
        <translation>{downloads}. Die Antwort enthielt sie nicht, aber es wird noch auf sie gewartet.</translation>
    </message>
    <message>
        <source>{downloads}. Its next complete lists tell whether they are gone.</source>
        <translation>{downloads}. Seine nächsten vollständigen Listen zeigen, ob sie verschwunden sind.</translation>
    </message>
    <message>
        <source>{seen}. Actions on them are off until it answers.</source>
        <translation>{seen}. Aktionen sind ausgeschaltet, bis er antwortet.</translation>
    </message>
    <message>
        <source>{share} when last seen</source>
        <translation>{share} beim letzten Kontakt</translation>
    </message>
    <message>
        <source>{step} of {hidden}</source>
        <translation>{step} von {hidden}</translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>Edit movie</source>
        <translation>Film bearbeiten</translation>
    </message>
    <message>
        <source>Edit show</source>
        <translation>Serie bearbeiten</translation>
    </message>
    <message>
        <source>Four digits, or empty if nobody knows.</source>
        <translation>Vier Ziffern, oder leer, wenn unbekannt.</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>Originaltitel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Without a title nobody finds it.</source>
        <translation>Ohne Titel ist nichts zu finden.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Downloads to add</source>
        <translation>Hinzuzufügende Downloads</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>The password of {name} is not known: this computer offers no keyring to programs. Type it again in the settings of this client.</source>
        <translation>Das Passwort von {name} ist nicht bekannt: Dieser Computer bietet Programmen keinen Schlüsselbund. Bitte in den Einstellungen dieses Clients neu eingeben.</translation>
    </message>
    <message>
        <source>The system keyring did not forget the password of {name}: {error}</source>
        <translation>Der Schlüsselbund des Systems hat das Passwort von {name} nicht gelöscht: {error}</translation>
    </message>
    <message>
        <source>The system keyring did not give the password of {name}: {error} Unlock it and try again.</source>
        <translation>Der Schlüsselbund des Systems hat das Passwort von {name} nicht herausgegeben: {error} Bitte entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The system keyring did not take the password of {name}: {reason} Unlock it and save again, or choose another place for the password.</source>
        <translation>Der Schlüsselbund des Systems hat das Passwort von {name} nicht angenommen: {reason} Bitte entsperren und erneut speichern, oder einen anderen Ort für das Passwort wählen.</translation>
    </message>
    <message>
        <source>This computer offers no keyring to programs. Choose where the password of {name} is kept.</source>
        <translation>Dieser Computer bietet Programmen keinen Schlüsselbund. Bitte wählen, wo das Passwort von {name} aufbewahrt wird.</translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message>
        <source>Name of the label:</source>
        <translation>Name des Labels:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Label</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>Neues Label…</translation>
    </message>
</context>
<context>
    <name>LeftBehindActions</name>
    <message>
        <source>It is imported from {place}.</source>
        <translation>Importiert wird aus {place}.</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Wo ist {name}?</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Episode {number}</source>
        <translation>Folge {number}</translation>
    </message>
    <message>
        <source>Last completed</source>
        <translation>Zuletzt abgeschlossen</translation>
    </message>
    <message>
        <source>Missing or failed</source>
        <translation>Fehlt oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>No longer in {client}</source>
        <translation>Nicht mehr in {client}</translation>
    </message>
    <message>
        <source>Nothing downloaded</source>
        <translation>Nichts heruntergeladen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Season {number}</source>
        <translation>Staffel {number}</translation>
    </message>
    <message>
        <source>Specials</source>
        <translation>Specials</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>{count} failed or missing</source>
        <translation>{count} fehlgeschlagen oder fehlend</translation>
    </message>
    <message>
        <source>{count} no longer in their clients</source>
        <translation>{count} nicht mehr in ihren Clients</translation>
    </message>
    <message>
        <source>{count} no longer in {client}</source>
        <translation>{count} nicht mehr in {client}</translation>
    </message>
    <message>
        <source>{count} not live</source>
        <translation>{count} nicht live</translation>
    </message>
    <message>
        <source>{text}, not live</source>
        <translation>{text}, nicht live</translation>
    </message>
</context>
<context>
    <name>LibraryMenu</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Change movie or episode of what is gone…</source>
        <translation>Film oder Folge des Verschwundenen ändern…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Forget what is gone</source>
        <translation>Verschwundenes vergessen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>A copy as it was before: {path}</source>
        <translation>Eine Kopie des vorigen Stands: {path}</translation>
    </message>
    <message>
        <source>A download whose name can mean only one movie or episode of your library is tied to it. Where more than one is possible, it is left to you. You are told each time, and can undo it.</source>
        <translation>Ein Download, dessen Name nur einen Film oder eine Folge der Bibliothek meinen kann, wird zugeordnet. Ist mehr als eines möglich, bleibt die Wahl offen. Jede Zuordnung wird gemeldet und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Database: {place}</source>
        <translation>Datenbank: {place}</translation>
    </message>
    <message>
        <source>It can’t be read or written now</source>
        <translation>Sie lässt sich gerade nicht lesen oder beschreiben</translation>
    </message>
    <message>
        <source>It keeps what downloads are for, and their history. With database_url in config.toml several computers share one; that counts from the next start.</source>
        <translation>Sie merkt sich Zuordnung und Verlauf der Downloads. Mit database_url in config.toml teilen sich mehrere Computer eine; das gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>None, as long as database_url in config.toml is not understood</source>
        <translation>Keine, solange database_url in config.toml nicht zu verstehen ist</translation>
    </message>
    <message>
        <source>PostgreSQL at {host}, database {name}, shared with other computers</source>
        <translation>PostgreSQL auf {host}, Datenbank {name}, mit anderen Computern geteilt</translation>
    </message>
    <message>
        <source>Recognise downloads that were added in a client</source>
        <translation>Downloads erkennen, die in einem Client hinzugefügt wurden</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Mydia Desktop</source>
        <translation>Mydia Desktop</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>A season is a number. Leave it empty for all of the show.</source>
        <translation>Eine Staffel ist eine Zahl. Leer bedeutet die ganze Serie.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change movie or episode</source>
        <translation>Film oder Folge ändern</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Search movies and shows</source>
        <translation>Filme und Serien suchen</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Staffel</translation>
    </message>
    <message>
        <source>Season and episodes are read from each name.</source>
        <translation>Staffel und Folgen stehen in jedem Namen.</translation>
    </message>
    <message>
        <source>Title, or title and year</source>
        <translation>Titel, oder Titel und Jahr</translation>
    </message>
    <message>
        <source>Which season are these episodes of?</source>
        <translation>Zu welcher Staffel gehören diese Folgen?</translation>
    </message>
    <message>
        <source>Whole season</source>
        <translation>Ganze Staffel</translation>
    </message>
    <message>
        <source>Write episodes as 5, 5-8 or 5, 7. Leave them empty for the whole season.</source>
        <translation>Folgen als 5, 5-8 oder 5, 7 angeben. Leer bedeutet die ganze Staffel.</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Create “{title}”{year} as a movie</source>
        <translation>„{title}“{year} als Film anlegen</translation>
    </message>
    <message>
        <source>Create “{title}”{year} as a show</source>
        <translation>„{title}“{year} als Serie anlegen</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Movies and shows</source>
        <translation>Filme und Serien</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>{what}, movie</source>
        <translation>{what}, Film</translation>
    </message>
    <message>
        <source>{what}, show</source>
        <translation>{what}, Serie</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Movies</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Mydia</name>
    <message>
        <source>the copy is damaged ({state})</source>
        <translation>die Kopie ist beschädigt ({state})</translation>
    </message>
    <message>
        <source>{broken} downloads would refer to what is not there</source>
        <translation>{broken} Downloads würden auf Fehlendes verweisen</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {why}.</source>
        <translation>{file} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>{file} is a database of Mydia&apos;s and could not be taken over: {error}. It is as it was.</source>
        <translation>{file} ist eine Datenbank von Mydia und konnte nicht übernommen werden: {error}. Sie ist unverändert.</translation>
    </message>
    <message>
        <source>{file} is a database, but not one of Mydia&apos;s: it has no downloads. Choose Mydia&apos;s own file.</source>
        <translation>{file} ist eine Datenbank, aber keine von Mydia: Sie enthält keine Downloads. Bitte Mydias eigene Datei wählen.</translation>
    </message>
    <message>
        <source>{file} is no database that can be read ({error}). Choose Mydia&apos;s own file.</source>
        <translation>{file} ist keine lesbare Datenbank ({error}). Bitte Mydias eigene Datei wählen.</translation>
    </message>
    <message>
        <source>{file} is not there.</source>
        <translation>{file} ist nicht da.</translation>
    </message>
</context>
<context>
    <name>MydiaImport</name>
    <message>
        <source>Left out: {what}.</source>
        <translation>Ausgelassen: {what}.</translation>
    </message>
    <message>
        <source>clients without an address</source>
        <translation>Clients ohne Adresse</translation>
    </message>
    <message>
        <source>downloads that no client ever had</source>
        <translation>Downloads, die nie ein Client hatte</translation>
    </message>
    <message>
        <source>downloads without a title</source>
        <translation>Downloads ohne Titel</translation>
    </message>
    <message>
        <source>episodes without a number</source>
        <translation>Folgen ohne Nummer</translation>
    </message>
    <message>
        <source>movies or shows without a title</source>
        <translation>Filme oder Serien ohne Titel</translation>
    </message>
    <message>
        <source>{what}: {new} new, {known} known already</source>
        <translation>{what}: {new} neu, {known} schon bekannt</translation>
    </message>
</context>
<context>
    <name>MydiaImportDialog</name>
    <message>
        <source>Add it to the clients</source>
        <translation>Zu den Clients hinzufügen</translation>
    </message>
    <message>
        <source>Bring in what Mydia knows</source>
        <translation>Übernehmen, was Mydia weiß</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>Clients added: {names}</source>
        <translation>Hinzugefügte Clients: {names}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Everything was imported but the clients. {why}</source>
        <translation>Alles außer den Clients wurde importiert. {why}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import from Mydia</source>
        <translation>Aus Mydia importieren</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message>
        <source>It is {client}</source>
        <translation>Es ist {client}</translation>
    </message>
    <message>
        <source>Its library, downloads and clients. Mydia’s own file is only read, and it may go on running.</source>
        <translation>Bibliothek, Downloads und Clients. Mydias eigene Datei wird nur gelesen, und Mydia kann weiterlaufen.</translation>
    </message>
    <message>
        <source>Leave it and its downloads out</source>
        <translation>Mitsamt seinen Downloads auslassen</translation>
    </message>
    <message>
        <source>Movies and shows</source>
        <translation>Filme und Serien</translation>
    </message>
    <message>
        <source>Mydia’s database</source>
        <translation>Mydias Datenbank</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Nothing was imported. {why}</source>
        <translation>Nichts wurde importiert. {why}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation>SQLite-Datenbanken (*.db *.sqlite *.sqlite3);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>What would come</source>
        <translation>Was dazukäme</translation>
    </message>
    <message>
        <source>{downloads} of clients that are left out do not come.</source>
        <translation>{downloads} von ausgelassenen Clients kommen nicht mit.</translation>
    </message>
    <message>
        <source>{downloads}; no longer in Mydia’s settings</source>
        <translation>{downloads}; nicht mehr in Mydias Einstellungen</translation>
    </message>
    <message>
        <source>{downloads}; {kind} can’t be used here yet</source>
        <translation>{downloads}; {kind} ist hier noch nicht verwendbar</translation>
    </message>
    <message>
        <source>{kind} at {host}:{port}, {downloads}</source>
        <translation>{kind} auf {host}:{port}, {downloads}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Asked {client} to {act} {what}. {message}</source>
        <translation>Auftrag an {client}: {what} soll {act} werden. {message}</translation>
    </message>
    <message>
        <source>Could not {act} {what}. {message}</source>
        <translation>{what} konnte nicht {act} werden. {message}</translation>
    </message>
    <message>
        <source>No data found on {client} for {what}. It was not started.</source>
        <translation>Auf {client} fanden sich keine Daten für {what}. Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>move in its queue</source>
        <translation>in der Warteschlange verschoben</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>re-announce</source>
        <translation>neu angekündigt</translation>
    </message>
    <message>
        <source>re-check</source>
        <translation>überprüft</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>set the category of</source>
        <translation>einer Kategorie zugeordnet</translation>
    </message>
    <message>
        <source>set the labels of</source>
        <translation>mit Labels versehen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>{client} does not answer any more. {what} was not removed.</source>
        <translation>{client} antwortet nicht mehr. {what} wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>{client} fell silent while it re-checked {what}. Retry once it answers.</source>
        <translation>{client} verstummte beim Überprüfen von {what}. Sobald er antwortet, bitte wiederholen.</translation>
    </message>
    <message>
        <source>{client} refused to {act} {what}: {message}</source>
        <translation>{client} lehnt ab, dass {what} {act} wird: {message}</translation>
    </message>
    <message>
        <source>{count} of {all} ({names})</source>
        <translation>{count} von {all} ({names})</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{first}, {second} and {count} more</source>
        <translation>{first}, {second} und {count} weitere</translation>
    </message>
    <message>
        <source>{what} was added anew in {client} and stays.</source>
        <translation>{what} wurde in {client} neu hinzugefügt und bleibt.</translation>
    </message>
    <message>
        <source>{what} was removed in {client} by somebody else.</source>
        <translation>{what} wurde in {client} von anderer Seite entfernt.</translation>
    </message>
</context>
<context>
    <name>NoticeToasts</name>
    <message>
        <source>Download again…</source>
        <translation>Erneut herunterladen…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>A client does not answer</source>
        <translation>Ein Client antwortet nicht</translation>
    </message>
    <message>
        <source>A client is back</source>
        <translation>Ein Client ist wieder da</translation>
    </message>
    <message>
        <source>A download failed while Mydia Desktop was closed</source>
        <translation>Ein Download ist fehlgeschlagen, während Mydia Desktop geschlossen war</translation>
    </message>
    <message>
        <source>A download finished while Mydia Desktop was closed</source>
        <translation>Ein Download wurde fertig, während Mydia Desktop geschlossen war</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>from {client}</source>
        <translation>von {client}</translation>
    </message>
    <message>
        <source>{count} downloads are complete</source>
        <translation>{count} Downloads sind abgeschlossen</translation>
    </message>
    <message>
        <source>{count} downloads are in the library</source>
        <translation>{count} Downloads sind in der Bibliothek</translation>
    </message>
    <message>
        <source>{count} downloads could not be imported</source>
        <translation>{count} Downloads konnten nicht importiert werden</translation>
    </message>
    <message>
        <source>{count} downloads failed</source>
        <translation>{count} Downloads sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} downloads failed while Mydia Desktop was closed</source>
        <translation>{count} Downloads sind fehlgeschlagen, während Mydia Desktop geschlossen war</translation>
    </message>
    <message>
        <source>{count} downloads finished while Mydia Desktop was closed</source>
        <translation>{count} Downloads wurden fertig, während Mydia Desktop geschlossen war</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{name} could not be imported</source>
        <translation>{name} konnte nicht importiert werden</translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation>{name} antwortet nicht</translation>
    </message>
    <message>
        <source>{name} failed</source>
        <translation>{name} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} ist wieder da</translation>
    </message>
    <message>
        <source>{name} is complete</source>
        <translation>{name} ist abgeschlossen</translation>
    </message>
    <message>
        <source>{name} is in the library</source>
        <translation>{name} ist in der Bibliothek</translation>
    </message>
    <message>
        <source>{size} from {client}</source>
        <translation>{size} von {client}</translation>
    </message>
    <message>
        <source>{size} in {time} from {client}</source>
        <translation>{size} in {time} von {client}</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>A client can’t be reached, or is back</source>
        <translation>Ein Client ist nicht erreichbar oder wieder da</translation>
    </message>
    <message>
        <source>A download is complete</source>
        <translation>Ein Download ist abgeschlossen</translation>
    </message>
    <message>
        <source>A download is in the library</source>
        <translation>Ein Download ist in der Bibliothek</translation>
    </message>
    <message>
        <source>A download or an import failed</source>
        <translation>Ein Download oder ein Import ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>For an hour of quiet there is “Mute 1 hour” in the menu of the tray icon, where there is one.</source>
        <translation>Für eine Stunde Ruhe gibt es „Mitteilungen für 1 Stunde stummschalten“ im Menü des Symbols im Infobereich, wo es einen gibt.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Told after two minutes without an answer.</source>
        <translation>Gemeldet nach zwei Minuten ohne Antwort.</translation>
    </message>
    <message>
        <source>While the window is in front of you it tells you itself; only failures are told even then. What happens within 5 seconds is told together.</source>
        <translation>Solange das Fenster im Vordergrund ist, meldet es selbst; nur Fehlschläge werden auch dann mitgeteilt. Was innerhalb von 5 Sekunden geschieht, wird zusammengefasst.</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>There is no file {name}.</source>
        <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
        <source>{name} can’t be read: {reason}.</source>
        <translation>{name} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose the .torrent or .nzb files in it.</source>
        <translation>{name} ist ein Ordner. Bitte die .torrent- oder .nzb-Dateien darin wählen.</translation>
    </message>
    <message>
        <source>{name} is too large to be a .torrent or .nzb file. Choose another file.</source>
        <translation>{name} ist zu groß für eine .torrent- oder .nzb-Datei. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{name} is too much at once: start again with it alone. {most} MiB can be handed over together.</source>
        <translation>{name} ist zu viel auf einmal: bitte damit allein erneut starten. Zusammen können {most} MiB übergeben werden.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Put at top of queue</source>
        <translation>An den Anfang der Warteschlange</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>Sofort starten</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Map path…</source>
        <translation>Pfad zuordnen…</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Zuordnen…</translation>
    </message>
    <message>
        <source>Not in the library yet</source>
        <translation>Noch nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The tracker says</source>
        <translation>Der Tracker meldet</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Where it came from, what happens next</source>
        <translation>Woher er kommt, was als Nächstes geschieht</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Keep it until Mydia Desktop closes</source>
        <translation>Merken, bis Mydia Desktop endet</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Where to keep the password</source>
        <translation>Aufbewahrungsort des Passworts</translation>
    </message>
    <message>
        <source>Write it into config.toml, as plain text</source>
        <translation>Als Klartext in config.toml schreiben</translation>
    </message>
</context>
<context>
    <name>PathMapEditor</name>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>See what real downloads of this client become here, and whether they are there</source>
        <translation>Zeigt, was echte Downloads dieses Clients hier werden und ob sie da sind</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
</context>
<context>
    <name>PathTest</name>
    <message>
        <source>A folder is not there</source>
        <translation>Ein Ordner ist nicht da</translation>
    </message>
    <message>
        <source>Some downloads are not found here</source>
        <translation>Einige Downloads sind hier nicht zu finden</translation>
    </message>
    <message>
        <source>The downloads are found here</source>
        <translation>Die Downloads sind hier zu finden</translation>
    </message>
    <message>
        <source>The downloads are not found here</source>
        <translation>Die Downloads sind hier nicht zu finden</translation>
    </message>
    <message>
        <source>The folders are there</source>
        <translation>Die Ordner sind da</translation>
    </message>
    <message>
        <source>There is no folder {path} on this computer. Is its drive connected?</source>
        <translation>Auf diesem Computer gibt es keinen Ordner {path}. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>{client} lists no download now, so there is none to look for.</source>
        <translation>{client} führt gerade keinen Download auf, darum ist keiner zu suchen.</translation>
    </message>
    <message>
        <source>{local} is not there.</source>
        <translation>{local} ist nicht da.</translation>
    </message>
    <message>
        <source>{local} is there.</source>
        <translation>{local} ist da.</translation>
    </message>
    <message>
        <source>{remote} is {local}, and it is there.</source>
        <translation>{remote} ist {local}, und das ist da.</translation>
    </message>
    <message>
        <source>{remote} on {client} has no matching folder here.</source>
        <translation>Für {remote} auf {client} gibt es hier keinen passenden Ordner.</translation>
    </message>
    <message>
        <source>{remote} would be {local}, but it is not there.</source>
        <translation>{remote} wäre {local}, aber das ist nicht da.</translation>
    </message>
    <message>
        <source>{there} of the {looked} looked for are here; {listed} are listed in all.</source>
        <translation>{there} von {looked} gesuchten sind hier; insgesamt sind {listed} aufgeführt.</translation>
    </message>
    <message>
        <source>{there} of {looked} downloads are here.</source>
        <translation>{there} von {looked} Downloads sind hier.</translation>
    </message>
</context>
<context>
    <name>PathsPage</name>
    <message>
        <source>A client names folders as they are on its own computer. Say where they are on this one, so that “Open folder” and the import find them.</source>
        <translation>Ein Client nennt Ordner so, wie sie auf seinem Computer heißen. Hier steht, wo sie auf diesem liegen, damit „Ordner öffnen“ und der Import sie finden.</translation>
    </message>
    <message>
        <source>A folder has not answered for {seconds} s. Is its drive connected?</source>
        <translation>Ein Ordner antwortet seit {seconds} s nicht. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>Looking for the downloads…</source>
        <translation>Downloads werden gesucht…</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Path mapping</source>
        <translation>Pfadzuordnung</translation>
    </message>
    <message>
        <source>There is no client yet.</source>
        <translation>Noch gibt es keinen Client.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>{text} (1 of {count} questions)</source>
        <translation>{text} (1 von {count} Fragen)</translation>
    </message>
</context>
<context>
    <name>Quitting</name>
    <message>
        <source>Keep downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The built-in client runs only while Mydia Desktop does. They go on when you open it again.</source>
        <translation>Der eingebaute Client läuft nur, solange Mydia Desktop läuft. Beim nächsten Öffnen geht es weiter.</translation>
    </message>
    <message>
        <source>{name}, {size} left</source>
        <translation>{name}, noch {size}</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>Its file could not be kept in the profile: {why}. Nothing was sent.</source>
        <translation>Seine Datei konnte nicht im Profil abgelegt werden: {why}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>NZB files</source>
        <translation>NZB-Dateien</translation>
    </message>
    <message>
        <source>None of your clients takes NZB files. Add a Usenet client in the settings, or choose a torrent.</source>
        <translation>Kein Client nimmt NZB-Dateien an. Bitte in den Einstellungen einen Usenet-Client hinzufügen oder einen Torrent wählen.</translation>
    </message>
    <message>
        <source>None of your clients takes {what}. Choose another release, or add a client that can.</source>
        <translation>Kein Client nimmt {what} an. Bitte ein anderes Release wählen oder einen Client hinzufügen, der das kann.</translation>
    </message>
    <message>
        <source>The indexer sent a refusal instead of an .nzb file: “{words}”. Look at your account there.</source>
        <translation>Der Indexer hat statt einer .nzb-Datei eine Ablehnung gesendet: „{words}“. Bitte das Konto dort ansehen.</translation>
    </message>
    <message>
        <source>The link leads to a “{scheme}:” address. Only http, https and magnet links can be used.</source>
        <translation>Der Link führt zu einer „{scheme}:“-Adresse. Nur http-, https- und Magnet-Links sind verwendbar.</translation>
    </message>
    <message>
        <source>This .nzb file brings definitions of its own, which is not safe. It was not read.</source>
        <translation>Diese .nzb-Datei bringt eigene Definitionen mit, das ist nicht sicher. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This .nzb file is damaged or cut off, at line {line}. Download it again.</source>
        <translation>Diese .nzb-Datei ist beschädigt oder unvollständig, in Zeile {line}. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This .nzb file is nested more than {levels} levels deep. It was not read.</source>
        <translation>Diese .nzb-Datei ist mehr als {levels} Ebenen tief verschachtelt. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This .nzb file is written in letters nobody knows. Download it again.</source>
        <translation>Diese .nzb-Datei hat eine unbekannte Zeichenkodierung. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This .nzb file lists no files. Look for the release again, or at another indexer.</source>
        <translation>Diese .nzb-Datei führt keine Dateien auf. Bitte das Release erneut oder bei einem anderen Indexer suchen.</translation>
    </message>
    <message>
        <source>This .torrent file is cut off: its end is missing. Download it again.</source>
        <translation>Diese .torrent-Datei ist unvollständig: Ihr Ende fehlt. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This .torrent file is damaged: it {error}. Download it again.</source>
        <translation>Diese .torrent-Datei ist beschädigt: Sie {error}. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This client is no longer configured. Choose another one.</source>
        <translation>Dieser Client ist nicht mehr eingerichtet. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>This file is compressed, and cut off. Download it again.</source>
        <translation>Diese Datei ist komprimiert und unvollständig. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This file is compressed, and damaged. Download it again.</source>
        <translation>Diese Datei ist komprimiert und beschädigt. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This file is empty. Download it again.</source>
        <translation>Diese Datei ist leer. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This file unpacks to more than {most} MiB: it is no release. It was not read.</source>
        <translation>Diese Datei ist entpackt größer als {most} MiB: Sie ist kein Release. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This is a web page, not a release. Open the link in a browser, log in if it asks, and drop the file here.</source>
        <translation>Das ist eine Webseite, kein Release. Bitte den Link in einem Browser öffnen, sich gegebenenfalls anmelden und die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>This is a web page, not an .nzb file. Log in there with a browser and download the file again.</source>
        <translation>Das ist eine Webseite, keine .nzb-Datei. Bitte dort mit einem Browser anmelden und die Datei erneut herunterladen.</translation>
    </message>
    <message>
        <source>This is neither a .torrent nor an .nzb file, whatever it is called. Download it again.</source>
        <translation>Das ist weder eine .torrent- noch eine .nzb-Datei, wie auch immer sie heißt. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This is neither a .torrent nor an .nzb file: it has {size} MB. Is it the download itself?</source>
        <translation>Das ist weder eine .torrent- noch eine .nzb-Datei: Sie hat {size} MB. Ist es der Download selbst?</translation>
    </message>
    <message>
        <source>This is no magnet link, infohash or web address. Give one a line, or drop the file itself here.</source>
        <translation>Das ist kein Magnet-Link, kein Infohash und keine Webadresse. Bitte einen pro Zeile angeben oder die Datei selbst hierher ziehen.</translation>
    </message>
    <message>
        <source>This is no usable .nzb file: it has {size} MB. Is it the download itself?</source>
        <translation>Das ist keine brauchbare .nzb-Datei: Sie hat {size} MB. Ist es der Download selbst?</translation>
    </message>
    <message>
        <source>This is no usable .torrent file: it has {size} MB, and the largest have a few. Is it the download itself?</source>
        <translation>Das ist keine brauchbare .torrent-Datei: Sie hat {size} MB, die größten haben wenige. Ist es der Download selbst?</translation>
    </message>
    <message>
        <source>This is not a .torrent file. Download it again, or use its magnet link.</source>
        <translation>Das ist keine .torrent-Datei. Bitte erneut herunterladen oder den Magnet-Link verwenden.</translation>
    </message>
    <message>
        <source>This is not a magnet link: those begin with “magnet:?”.</source>
        <translation>Das ist kein Magnet-Link: Solche beginnen mit „magnet:?“.</translation>
    </message>
    <message>
        <source>This is not an .nzb file. Download it again.</source>
        <translation>Das ist keine .nzb-Datei. Bitte erneut herunterladen.</translation>
    </message>
    <message>
        <source>This is on its way to {name} already.</source>
        <translation>Das ist schon auf dem Weg zu {name}.</translation>
    </message>
    <message>
        <source>This magnet link is longer than {most} characters. Ask its site for a .torrent file.</source>
        <translation>Dieser Magnet-Link ist länger als {most} Zeichen. Bitte auf seiner Seite nach einer .torrent-Datei suchen.</translation>
    </message>
    <message>
        <source>This magnet link names several torrents at once. Add each by a link of its own.</source>
        <translation>Dieser Magnet-Link nennt mehrere Torrents zugleich. Bitte jeden mit einem eigenen Link hinzufügen.</translation>
    </message>
    <message>
        <source>This torrent needs version {version} of BitTorrent, which no client here speaks.</source>
        <translation>Dieser Torrent braucht Version {version} von BitTorrent, die kein Client hier beherrscht.</translation>
    </message>
    <message>
        <source>This web address is damaged. Copy the whole link again.</source>
        <translation>Diese Webadresse ist beschädigt. Bitte den ganzen Link noch einmal kopieren.</translation>
    </message>
    <message>
        <source>This web address names no server. Copy the whole link again.</source>
        <translation>Diese Webadresse nennt keinen Server. Bitte den ganzen Link noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Usenet</source>
        <translation>Usenet</translation>
    </message>
    <message>
        <source>What this is for, or its client, is no longer in the database. Choose it again.</source>
        <translation>Die Zuordnung oder der Client davon ist nicht mehr in der Datenbank. Bitte erneut wählen.</translation>
    </message>
    <message>
        <source>can&apos;t be read at byte {at}</source>
        <translation>ist bei Byte {at} nicht lesbar</translation>
    </message>
    <message>
        <source>does not begin with a dictionary</source>
        <translation>beginnt nicht mit einem Dictionary</translation>
    </message>
    <message>
        <source>does not say what is in the torrent</source>
        <translation>sagt nicht, was im Torrent ist</translation>
    </message>
    <message>
        <source>ends in the middle</source>
        <translation>endet mittendrin</translation>
    </message>
    <message>
        <source>has a file without a name</source>
        <translation>enthält eine Datei ohne Namen</translation>
    </message>
    <message>
        <source>has a file without a size</source>
        <translation>enthält eine Datei ohne Größe</translation>
    </message>
    <message>
        <source>has a name that is no text</source>
        <translation>enthält einen Namen, der kein Text ist</translation>
    </message>
    <message>
        <source>has a name without a value</source>
        <translation>enthält einen Namen ohne Wert</translation>
    </message>
    <message>
        <source>has a value where a name belongs, at byte {at}</source>
        <translation>enthält einen Wert, wo ein Name hingehört, bei Byte {at}</translation>
    </message>
    <message>
        <source>has more than {count} values</source>
        <translation>enthält mehr als {count} Werte</translation>
    </message>
    <message>
        <source>has no list of files</source>
        <translation>enthält keine Dateiliste</translation>
    </message>
    <message>
        <source>has no list of pieces</source>
        <translation>enthält keine Stückliste</translation>
    </message>
    <message>
        <source>has no proper list of files</source>
        <translation>enthält keine ordentliche Dateiliste</translation>
    </message>
    <message>
        <source>has no proper list of pieces</source>
        <translation>enthält keine ordentliche Stückliste</translation>
    </message>
    <message>
        <source>has two entries named “{name}”</source>
        <translation>enthält zwei Einträge namens „{name}“</translation>
    </message>
    <message>
        <source>hybrid torrents</source>
        <translation>Hybrid-Torrents</translation>
    </message>
    <message>
        <source>is nested more than {levels} levels deep</source>
        <translation>ist mehr als {levels} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>lists no files</source>
        <translation>führt keine Dateien auf</translation>
    </message>
    <message>
        <source>promises more bytes than there are</source>
        <translation>verspricht mehr Bytes, als es gibt</translation>
    </message>
    <message>
        <source>torrents</source>
        <translation>Torrents</translation>
    </message>
    <message>
        <source>torrents of version 2</source>
        <translation>Torrents der Version 2</translation>
    </message>
    <message>
        <source>torrents that are of version 1 and 2 at once</source>
        <translation>Torrents, die zugleich Version 1 und 2 sind,</translation>
    </message>
    <message>
        <source>torrents that are only BitTorrent v2</source>
        <translation>Torrents, die nur BitTorrent v2 sind,</translation>
    </message>
    <message>
        <source>{host} did not send the whole file within {seconds} s. Try again, or get it with a browser and drop it here.</source>
        <translation>{host} hat innerhalb von {seconds} s nicht die ganze Datei gesendet. Bitte erneut versuchen, oder sie mit einem Browser holen und hierher ziehen.</translation>
    </message>
    <message>
        <source>{host} sent more than {most} MiB. That is no release; is it the download itself?</source>
        <translation>{host} hat mehr als {most} MiB gesendet. Das ist kein Release; ist es der Download selbst?</translation>
    </message>
    <message>
        <source>{host} sent nothing usable. {error}</source>
        <translation>{host} hat nichts Brauchbares gesendet. {error}</translation>
    </message>
    <message>
        <source>{host} sent us on more than {count} times. Get the file with a browser.</source>
        <translation>{host} hat mehr als {count}-mal weitergeleitet. Bitte die Datei mit einem Browser holen.</translation>
    </message>
    <message>
        <source>{host} sent us on to a damaged address. Get the file with a browser.</source>
        <translation>{host} hat an eine beschädigte Adresse weitergeleitet. Bitte die Datei mit einem Browser holen.</translation>
    </message>
    <message>
        <source>{host} sent us on without saying where to. Get the file with a browser and drop it here.</source>
        <translation>{host} hat ohne Zielangabe weitergeleitet. Bitte die Datei mit einem Browser holen und hierher ziehen.</translation>
    </message>
    <message>
        <source>{message} Nothing was sent.</source>
        <translation>{message} Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{message} Try again later, or get the file with a browser and drop it here.</source>
        <translation>{message} Bitte später erneut versuchen, oder die Datei mit einem Browser holen und hierher ziehen.</translation>
    </message>
    <message>
        <source>{name} can&apos;t take torrents that are only BitTorrent v2. Choose another client, or a v1 or hybrid torrent of the same.</source>
        <translation>{name} nimmt keine Torrents an, die nur BitTorrent v2 sind. Bitte einen anderen Client wählen oder einen v1- oder Hybrid-Torrent desselben Inhalts.</translation>
    </message>
    <message>
        <source>{name} can&apos;t take {what}. Choose another client.</source>
        <translation>{name} kann {what} nicht annehmen. Bitte einen anderen Client wählen.</translation>
    </message>
    <message>
        <source>{name} does not answer at the moment. Add this when it does, or choose another client.</source>
        <translation>{name} antwortet gerade nicht. Bitte hinzufügen, sobald er es tut, oder einen anderen Client wählen.</translation>
    </message>
    <message>
        <source>{name} is not known to the database yet. Answer the question about it first.</source>
        <translation>{name} ist der Datenbank noch nicht bekannt. Bitte erst die Frage zu ihm beantworten.</translation>
    </message>
    <message>
        <source>{name} is still removing this. Add it again when it is gone.</source>
        <translation>{name} entfernt das noch. Bitte danach erneut hinzufügen.</translation>
    </message>
    <message>
        <source>{name} is switched off in the settings. Switch it on, or choose another client.</source>
        <translation>{name} ist in den Einstellungen ausgeschaltet. Bitte einschalten oder einen anderen Client wählen.</translation>
    </message>
    <message>
        <source>{name} is {program}, which does not understand {what}. Choose another client, or another release.</source>
        <translation>{name} ist {program} und kann {what} nicht verarbeiten. Bitte einen anderen Client oder ein anderes Release wählen.</translation>
    </message>
    <message>
        <source>{name} takes no NZB files. Choose a Usenet client, or a torrent of the same.</source>
        <translation>{name} nimmt keine NZB-Dateien an. Bitte einen Usenet-Client wählen oder einen Torrent desselben Inhalts.</translation>
    </message>
</context>
<context>
    <name>RemovalToast</name>
    <message>
        <source>Removing {what} from {client} in {seconds} s. Files stay.</source>
        <translation>{what} wird in {seconds} s aus {client} entfernt. Die Dateien bleiben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>RowMatcher</name>
    <message>
        <source>{what}: not matched any more.</source>
        <translation>{what}: nicht mehr zugeordnet.</translation>
    </message>
    <message>
        <source>{what}: now {subject}.</source>
        <translation>{what}: jetzt {subject}.</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source> Choose…</source>
        <translation> Auswählen…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>No folder on this computer is mapped to {client}. Map one in its settings.</source>
        <translation>{client} ist kein Ordner auf diesem Computer zugeordnet. Das geht in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>Path on {client}.</source>
        <translation>Pfad auf {client}.</translation>
    </message>
    <message>
        <source>Path on {client}. No folder on this computer matches it.</source>
        <translation>Pfad auf {client}. Dazu passt kein Ordner auf diesem Computer.</translation>
    </message>
    <message>
        <source>Path on {client}. On this computer: {path}</source>
        <translation>Pfad auf {client}. Auf diesem Computer: {path}</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>{path} is not in a folder that {client} shares with this computer.</source>
        <translation>{path} liegt in keinem Ordner, den {client} mit diesem Computer teilt.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search title, release, tracker, path</source>
        <translation>Titel, Release, Tracker, Pfad suchen</translation>
    </message>
</context>
<context>
    <name>SecurityField</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Check the server&apos;s certificate</source>
        <translation>Zertifikat des Servers prüfen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not encrypted: fine at home, but on the way through a network the password can be read.</source>
        <translation>Nicht verschlüsselt: zu Hause in Ordnung, aber unterwegs durch ein Netz ist das Passwort lesbar.</translation>
    </message>
    <message>
        <source>Only this certificate</source>
        <translation>Nur dieses Zertifikat</translation>
    </message>
    <message>
        <source>Own certificate authority</source>
        <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Every client in config.toml is a section that begins with [[{table}]]. Mend that and save again.</source>
        <translation>Jeder Client in config.toml ist ein Abschnitt, der mit [[{table}]] beginnt. Bitte berichtigen und erneut speichern.</translation>
    </message>
    <message>
        <source>Every client is a section of its own that begins with [[{table}]].</source>
        <translation>Jeder Client ist ein eigener Abschnitt, der mit [[{table}]] beginnt.</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>Zeile {line}: {message}</translation>
    </message>
    <message>
        <source>This can&apos;t be read: {reason}. The section it stands in is left out.</source>
        <translation>Das ist nicht lesbar: {reason}. Der Abschnitt, in dem es steht, wird ausgelassen.</translation>
    </message>
    <message>
        <source>This client</source>
        <translation>Dieser Client</translation>
    </message>
    <message>
        <source>This is not UTF-8 text; save the file as UTF-8. Until then none of it is read.</source>
        <translation>Das ist kein UTF-8-Text; bitte die Datei als UTF-8 speichern. Bis dahin wird nichts davon gelesen.</translation>
    </message>
    <message>
        <source>a short word that names this client for good, such as “nas”</source>
        <translation>ein kurzes Wort, das diesen Client dauerhaft benennt, etwa „nas“</translation>
    </message>
    <message>
        <source>ca_file is not there, so no certificate can be checked with it.</source>
        <translation>ca_file ist nicht da, darum lässt sich damit kein Zertifikat prüfen.</translation>
    </message>
    <message>
        <source>certificate_sha256 is a SHA-256 fingerprint: 64 hexadecimal digits.</source>
        <translation>certificate_sha256 ist ein SHA-256-Fingerabdruck: 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>config.toml has a mistake in line {line}: {reason}. Mend it and save again; until then nothing is written over it.</source>
        <translation>config.toml hat in Zeile {line} einen Fehler: {reason}. Bitte berichtigen und erneut speichern; bis dahin wird nichts überschrieben.</translation>
    </message>
    <message>
        <source>database_url is text, in quotation marks.</source>
        <translation>database_url ist Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>database_url looks like postgresql://user@host/database, or is empty.</source>
        <translation>database_url sieht aus wie postgresql://user@host/database oder ist leer.</translation>
    </message>
    <message>
        <source>encryption is one of {choices}.</source>
        <translation>encryption ist eines von {choices}.</translation>
    </message>
    <message>
        <source>folder is a whole path, such as “/home/me/Downloads” or “~/Downloads”.</source>
        <translation>folder ist ein vollständiger Pfad, etwa „/home/me/Downloads“ oder „~/Downloads“.</translation>
    </message>
    <message>
        <source>id is a short word of small letters, digits and hyphens, such as “nas”.</source>
        <translation>id ist ein kurzes Wort aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa „nas“.</translation>
    </message>
    <message>
        <source>interface is an address, or the name of a network interface such as “tun0”.</source>
        <translation>interface ist eine Adresse oder der Name einer Netzwerkschnittstelle, etwa „tun0“.</translation>
    </message>
    <message>
        <source>interface is text, in quotation marks.</source>
        <translation>interface ist Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>kind is one of {kinds}.</source>
        <translation>kind ist eines von {kinds}.</translation>
    </message>
    <message>
        <source>name is empty; its downloads are labelled with it.</source>
        <translation>name ist leer; seine Downloads sind damit beschriftet.</translation>
    </message>
    <message>
        <source>path_map looks like [{ remote = &quot;/data&quot;, local = &quot;/mnt/nas&quot; }].</source>
        <translation>path_map sieht aus wie [{ remote = &quot;/data&quot;, local = &quot;/mnt/nas&quot; }].</translation>
    </message>
    <message>
        <source>priority is a whole number from {low} to {high}.</source>
        <translation>priority ist eine ganze Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>proxy holds a user name; write username on its own, and the password in the settings.</source>
        <translation>proxy enthält einen Benutzernamen; username gehört in eine eigene Zeile, das Passwort in die Einstellungen.</translation>
    </message>
    <message>
        <source>proxy is no address: its host or its port makes no sense.</source>
        <translation>proxy ist keine Adresse: Host oder Port ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>proxy is text, in quotation marks.</source>
        <translation>proxy ist Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>proxy looks like socks5://localhost:1080 or http://localhost:8080.</source>
        <translation>proxy sieht aus wie socks5://localhost:1080 oder http://localhost:8080.</translation>
    </message>
    <message>
        <source>seed_ratio is a number from 0 to {most}; 0 offers for ever.</source>
        <translation>seed_ratio ist eine Zahl von 0 bis {most}; 0 verteilt für immer.</translation>
    </message>
    <message>
        <source>url begins with http:// or https://.</source>
        <translation>url beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>url ends before any ? or #.</source>
        <translation>url endet vor jedem ? oder #.</translation>
    </message>
    <message>
        <source>url holds a user name; write username on its own, and the password in the settings.</source>
        <translation>url enthält einen Benutzernamen; username gehört in eine eigene Zeile, das Passwort in die Einstellungen.</translation>
    </message>
    <message>
        <source>url is no address: its host or its port makes no sense.</source>
        <translation>url ist keine Adresse: Host oder Port ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>url is no address; it looks like http://nas.local:9091.</source>
        <translation>url ist keine Adresse; sie sieht aus wie http://nas.local:9091.</translation>
    </message>
    <message>
        <source>where it answers, such as http://nas.local:9091</source>
        <translation>wo er antwortet, etwa http://nas.local:9091</translation>
    </message>
    <message>
        <source>which program it is, one of {kinds}</source>
        <translation>welches Programm er ist, eines von {kinds}</translation>
    </message>
    <message>
        <source>{error} Until it is mended nothing is remembered of downloads.</source>
        <translation>{error} Bis das berichtigt ist, wird von Downloads nichts behalten.</translation>
    </message>
    <message>
        <source>{error} {seconds} is used.</source>
        <translation>{error} Es gilt {seconds}.</translation>
    </message>
    <message>
        <source>{key} is a folder from the root on, such as “/mnt/media”.</source>
        <translation>{key} ist ein Ordner von der Wurzel an, etwa „/mnt/media“.</translation>
    </message>
    <message>
        <source>{key} is a list of the program and its arguments, such as [“notify”, “--quiet”].</source>
        <translation>{key} ist eine Liste aus dem Programm und seinen Argumenten, etwa [„notify“, „--quiet“].</translation>
    </message>
    <message>
        <source>{key} is a number of seconds from {low} to {high}.</source>
        <translation>{key} ist eine Anzahl Sekunden von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{key} is a number of seconds or “{never}”.</source>
        <translation>{key} ist eine Anzahl Sekunden oder „{never}“.</translation>
    </message>
    <message>
        <source>{key} is a whole number from 0 to {most}.</source>
        <translation>{key} ist eine ganze Zahl von 0 bis {most}.</translation>
    </message>
    <message>
        <source>{key} is missing: {what}.</source>
        <translation>{key} fehlt: {what}.</translation>
    </message>
    <message>
        <source>{key} is one of {choices}.</source>
        <translation>{key} ist eines von {choices}.</translation>
    </message>
    <message>
        <source>{key} is text on one line, in quotation marks.</source>
        <translation>{key} ist einzeiliger Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{key} is text, in quotation marks.</source>
        <translation>{key} ist Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{key} is true or false, without quotation marks.</source>
        <translation>{key} ist true oder false, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>{key} is “{usual}” or a colour such as “#2563d6”.</source>
        <translation>{key} ist „{usual}“ oder eine Farbe, etwa „#2563d6“.</translation>
    </message>
    <message>
        <source>{message} {client} is left out.</source>
        <translation>{message} {client} wird ausgelassen.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {why}. Until it can, no client is asked.</source>
        <translation>{name} ist nicht lesbar: {why}. Bis dahin wird kein Client gefragt.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read, so nothing was written over it: {error}</source>
        <translation>{path} ist nicht lesbar, darum wurde nichts überschrieben: {error}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {error}</source>
        <translation>{path} kann nicht geschrieben werden: {error}</translation>
    </message>
    <message>
        <source>“{id}” is already the id of the client in line {line}.</source>
        <translation>„{id}“ ist schon die id des Clients in Zeile {line}.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source> Test connection</source>
        <translation> Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They have not been saved.</source>
        <translation>Sie wurden nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Press the keys for “{action}”.</source>
        <translation>Bitte die Tasten für „{action}“ drücken.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>{keys} is needed everywhere to close, to go on or to go back.</source>
        <translation>{keys} wird überall zum Schließen, Weitergehen oder Zurückgehen gebraucht.</translation>
    </message>
    <message>
        <source>{keys} is used for “{one}” and for “{other}”. Give one of them other keys.</source>
        <translation>{keys} gilt für „{one}“ und für „{other}“. Bitte einem davon andere Tasten geben.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Views and filters</source>
        <translation>Ansichten und Filter</translation>
    </message>
</context>
<context>
    <name>SlowMode</name>
    <message>
        <source>The speed limits of {client} were not changed. {why}</source>
        <translation>Die Geschwindigkeitsgrenzen von {client} wurden nicht geändert. {why}</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Filled from the clipboard. One per line to add several.</source>
        <translation>Aus der Zwischenablage gefüllt. Für mehrere: einer pro Zeile.</translation>
    </message>
    <message>
        <source>Magnet, link or hash</source>
        <translation>Magnet, Link oder Hash</translation>
    </message>
    <message>
        <source>One per line to add several.</source>
        <translation>Für mehrere: einer pro Zeile.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Checking</source>
        <translation>Wird überprüft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Getting details</source>
        <translation>Ruft Details ab</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>Dateien fehlen</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Wird verschoben</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht live</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Seedet</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>This is in the list already.</source>
        <translation>Das steht schon in der Liste.</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>Transmission</name>
    <message>
        <source>A label in {name} can&apos;t have a comma.</source>
        <translation>Ein Label in {name} kann kein Komma enthalten.</translation>
    </message>
    <message>
        <source>No answer from {name} in time.</source>
        <translation>Keine rechtzeitige Antwort von {name}.</translation>
    </message>
    <message>
        <source>This is no longer in {name}.</source>
        <translation>Das ist nicht mehr in {name}.</translation>
    </message>
    <message>
        <source>labelled “{label}”</source>
        <translation>mit „{label}“ beschriftet</translation>
    </message>
    <message>
        <source>moved to the top of the queue</source>
        <translation>an den Anfang der Warteschlange gestellt</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es ist nichts darin</translation>
    </message>
    <message>
        <source>{address} answers, but is not Transmission.</source>
        <translation>{address} antwortet, ist aber nicht Transmission.</translation>
    </message>
    <message>
        <source>{address} sends us on to {target}. Enter the right address in the client&apos;s settings.</source>
        <translation>{address} leitet weiter an {target}. Bitte die richtige Adresse in die Einstellungen des Clients eintragen.</translation>
    </message>
    <message>
        <source>{name} answered what can&apos;t be read.</source>
        <translation>{name} hat etwas Unlesbares geantwortet.</translation>
    </message>
    <message>
        <source>{name} answers with an error of its own (HTTP {status}).</source>
        <translation>{name} antwortet mit einem eigenen Fehler (HTTP {status}).</translation>
    </message>
    <message>
        <source>{name} did not accept the user name or password.</source>
        <translation>{name} hat den Benutzernamen oder das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>{name} does not answer this computer. Either its address is not on Transmission&apos;s white list, or there were too many sign-ins with a wrong password, which only a restart of Transmission forgets.</source>
        <translation>{name} antwortet diesem Computer nicht. Entweder steht dessen Adresse nicht auf der Positivliste von Transmission, oder es gab zu viele Anmeldungen mit falschem Passwort; die vergisst Transmission erst bei einem Neustart.</translation>
    </message>
    <message>
        <source>{name} does not answer this computer: its address is not on Transmission&apos;s white list.</source>
        <translation>{name} antwortet diesem Computer nicht: Dessen Adresse steht nicht auf der Positivliste von Transmission.</translation>
    </message>
    <message>
        <source>{name} has blocked this computer for too many sign-ins. Restart Transmission there.</source>
        <translation>{name} hat diesen Computer nach zu vielen Anmeldungen gesperrt. Bitte Transmission dort neu starten.</translation>
    </message>
    <message>
        <source>{name} has it, but may not have {what}: {why}</source>
        <translation>{name} hat ihn, hat ihn aber vielleicht nicht {what}: {why}</translation>
    </message>
    <message>
        <source>{name} has no categories.</source>
        <translation>{name} hat keine Kategorien.</translation>
    </message>
    <message>
        <source>{name} is Transmission {version}, which is older than 3.00. Update it to use it here.</source>
        <translation>{name} ist Transmission {version} und damit älter als 3.00. Für die Verwendung hier bitte aktualisieren.</translation>
    </message>
    <message>
        <source>{name} refused to list its torrents: {error}</source>
        <translation>{name} weigert sich, seine Torrents aufzulisten: {error}</translation>
    </message>
    <message>
        <source>{name} refused: {words}.</source>
        <translation>{name} hat abgelehnt: {words}.</translation>
    </message>
    <message>
        <source>{name} refuses requests for {address}. Allow this host name in Transmission&apos;s settings (rpc-host-whitelist), or set a password there.</source>
        <translation>{name} lehnt Anfragen für {address} ab. Bitte diesen Hostnamen in den Einstellungen von Transmission zulassen (rpc-host-whitelist) oder dort ein Passwort setzen.</translation>
    </message>
    <message>
        <source>{name} wants a user name and a password.</source>
        <translation>{name} verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Add from clipboard</source>
        <translation>Aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Mute notifications for 1 hour</source>
        <translation>Mitteilungen für 1 Stunde stummschalten</translation>
    </message>
    <message>
        <source>Mydia Desktop</source>
        <translation>Mydia Desktop</translation>
    </message>
    <message>
        <source>Nothing is downloading</source>
        <translation>Keine laufenden Downloads</translation>
    </message>
    <message>
        <source>Notifications are muted until {time}</source>
        <translation>Mitteilungen sind bis {time} stumm</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Show Mydia Desktop</source>
        <translation>Mydia Desktop anzeigen</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Langsamer Modus</translation>
    </message>
    <message>
        <source>{client}   connecting…</source>
        <translation>{client}   wird verbunden …</translation>
    </message>
    <message>
        <source>{client}   does not answer</source>
        <translation>{client}   antwortet nicht</translation>
    </message>
    <message>
        <source>{client}   {latency} ms</source>
        <translation>{client}   {latency} ms</translation>
    </message>
    <message>
        <source>{client} does not answer</source>
        <translation>{client} antwortet nicht</translation>
    </message>
    <message>
        <source>{downloading}, {speed} down</source>
        <translation>{downloading}, {speed} Down</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>All downloads</source>
        <translation>Alle Downloads</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>ViewHead</name>
    <message>
        <source>{downloads} in {clients}</source>
        <translation>{downloads} in {clients}</translation>
    </message>
    <message>
        <source>{shown} of {downloads}</source>
        <translation>{shown} von {downloads}</translation>
    </message>
    <message>
        <source>{shown} of {downloads} need attention</source>
        <translation>{shown} von {downloads} brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{shown} of {downloads} needs attention</source>
        <translation>{shown} von {downloads} braucht Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>About Mydia Desktop</source>
        <translation>Über Mydia Desktop</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>All downloads</source>
        <translation>Alle Downloads</translation>
    </message>
    <message>
        <source>Ask clients now</source>
        <translation>Clients jetzt abfragen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Import from Mydia…</source>
        <translation>Aus Mydia importieren…</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Look for clients…</source>
        <translation>Clients suchen…</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next tab of the details</source>
        <translation>Nächster Reiter der Details</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Links einfügen</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous tab of the details</source>
        <translation>Voriger Reiter der Details</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
</context>
<context>
    <name>_ClientRows</name>
    <message numerus="yes">
        <source>%Ln download(s) on {client} hidden, not seen for {time}.</source>
        <translation>
            <numerusform>%Ln Download auf {client} ist ausgeblendet, nicht gesehen seit {time}.</numerusform>
            <numerusform>%Ln Downloads auf {client} sind ausgeblendet, nicht gesehen seit {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln download(s) show what was {last_seen}.</source>
        <translation>
            <numerusform>Sein Download zeigt den Stand: {last_seen}.</numerusform>
            <numerusform>Seine %Ln Downloads zeigen den Stand: {last_seen}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Count</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>%Ln Download</numerusform>
            <numerusform>%Ln Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloading</source>
        <translation>
            <numerusform>%Ln laufend</numerusform>
            <numerusform>%Ln laufend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln episode(s)</source>
        <translation>
            <numerusform>%Ln Folge</numerusform>
            <numerusform>%Ln Folgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln movie(s)</source>
        <translation>
            <numerusform>%Ln Film</numerusform>
            <numerusform>%Ln Filme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peer(s)</source>
        <translation>
            <numerusform>%Ln Peer</numerusform>
            <numerusform>%Ln Peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seed(s)</source>
        <translation>
            <numerusform>%Ln Seed</numerusform>
            <numerusform>%Ln Seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show(s)</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit and stop %Ln download(s)?</source>
        <translation>
            <numerusform>Beenden und %Ln Download anhalten?</numerusform>
            <numerusform>Beenden und %Ln Downloads anhalten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln event(s)</source>
        <translation>
            <numerusform>das letzte Ereignis</numerusform>
            <numerusform>die letzten %Ln Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner auswählen…</translation>
    </message>
    <message>
        <source>Folder on the client</source>
        <translation>Ordner auf dem Client</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Ordner auf diesem Computer</translation>
    </message>
    <message>
        <source>Here: /mnt/nas</source>
        <translation>Hier: /mnt/nas</translation>
    </message>
    <message>
        <source>On the client: /data</source>
        <translation>Auf dem Client: /data</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
</context>
<context>
    <name>_Span</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cells</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>%1, %2 percent</source>
        <translation>%1, %2 Prozent</translation>
    </message>
    <message>
        <source>%1, last seen %2 ago, not live</source>
        <translation>%1, zuletzt gesehen vor %2, nicht live</translation>
    </message>
    <message>
        <source>%1, not confirmed yet, not live</source>
        <translation>%1, noch nicht bestätigt, nicht live</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird überprüft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Getting details</source>
        <translation>Ruft Details ab</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Wird verschoben</translation>
    </message>
    <message>
        <source>No data arrives, so there is no end to foresee.</source>
        <translation>Es kommen keine Daten, darum ist kein Ende abzusehen.</translation>
    </message>
    <message>
        <source>No data for %1</source>
        <translation>Keine Daten seit %1</translation>
    </message>
    <message>
        <source>No longer matches</source>
        <translation>Passt nicht mehr</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Not known where it was found</source>
        <translation>Fundort nicht bekannt</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Not matched to a movie or episode</source>
        <translation>Keinem Film und keiner Folge zugeordnet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Seedet</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>What it is for is not available now</source>
        <translation>Zuordnung gerade nicht verfügbar</translation>
    </message>
    <message>
        <source>no end in sight</source>
        <translation>kein Ende in Sicht</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Indexer</source>
        <translation>Indexer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not reported by %1</source>
        <translation>Von %1 nicht gemeldet</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Peers</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Platz in der Warteschlange</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Save path</source>
        <translation>Speicherpfad</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>0 bytes per second</source>
        <translation>0 Bytes pro Sekunde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
</context>
<context>
    <name>qBittorrent</name>
    <message>
        <source>A label in {name} can&apos;t have a comma.</source>
        <translation>Ein Label in {name} kann kein Komma enthalten.</translation>
    </message>
    <message>
        <source>No answer from {name} in time.</source>
        <translation>Keine rechtzeitige Antwort von {name}.</translation>
    </message>
    <message>
        <source>This is no longer in {name}.</source>
        <translation>Das ist nicht mehr in {name}.</translation>
    </message>
    <message>
        <source>it is not listed yet.</source>
        <translation>er ist noch nicht aufgeführt.</translation>
    </message>
    <message>
        <source>{address} answers, but is not qBittorrent.</source>
        <translation>{address} antwortet, ist aber nicht qBittorrent.</translation>
    </message>
    <message>
        <source>{address} sends us on to {target}. Enter the right address in the client&apos;s settings.</source>
        <translation>{address} leitet weiter an {target}. Bitte die richtige Adresse in die Einstellungen des Clients eintragen.</translation>
    </message>
    <message>
        <source>{name} answered what can&apos;t be read.</source>
        <translation>{name} hat etwas Unlesbares geantwortet.</translation>
    </message>
    <message>
        <source>{name} answers with an error of its own (HTTP {status}).</source>
        <translation>{name} antwortet mit einem eigenen Fehler (HTTP {status}).</translation>
    </message>
    <message>
        <source>{name} did not accept the API key.</source>
        <translation>{name} hat den API-Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>{name} did not accept the user name or password.</source>
        <translation>{name} hat den Benutzernamen oder das Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>{name} did not take it and does not say why. Its log may.</source>
        <translation>{name} hat ihn nicht angenommen und sagt nicht, warum. Vielleicht steht es in seinem Protokoll.</translation>
    </message>
    <message>
        <source>{name} has blocked this computer for too many sign-ins.</source>
        <translation>{name} hat diesen Computer nach zu vielen Anmeldungen gesperrt.</translation>
    </message>
    <message>
        <source>{name} has it, but may not have moved it to the top of the queue: {why}</source>
        <translation>{name} hat ihn, hat ihn aber vielleicht nicht an den Anfang der Warteschlange gestellt: {why}</translation>
    </message>
    <message>
        <source>{name} is older than qBittorrent 4.1. Update it to use it here.</source>
        <translation>{name} ist älter als qBittorrent 4.1. Für die Verwendung hier bitte aktualisieren.</translation>
    </message>
    <message>
        <source>{name} let us in, but refuses to answer.</source>
        <translation>{name} hat die Anmeldung angenommen, verweigert aber die Antwort.</translation>
    </message>
    <message>
        <source>{name} refused.</source>
        <translation>{name} hat abgelehnt.</translation>
    </message>
    <message>
        <source>{name} refused: {words}</source>
        <translation>{name} hat abgelehnt: {words}</translation>
    </message>
    <message>
        <source>{name} refuses requests for {address}. Use the port that its Web UI listens on, and allow this host name in its Web UI settings.</source>
        <translation>{name} lehnt Anfragen für {address} ab. Bitte den Port der Webbenutzeroberfläche verwenden und diesen Hostnamen in deren Einstellungen zulassen.</translation>
    </message>
    <message>
        <source>{name} says that this is no valid torrent. Get it once more from where it was published.</source>
        <translation>Laut {name} ist das kein gültiger Torrent. Bitte noch einmal von dort holen, wo er veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>{name} wants a user name and a password.</source>
        <translation>{name} verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>{name} was given nothing: this release is empty.</source>
        <translation>{name} hat nichts bekommen: Dieses Release ist leer.</translation>
    </message>
</context>
</TS>
