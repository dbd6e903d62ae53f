<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%Ln left out: gone, or the client does not answer any more.</source>
        <translation>
            <numerusform>%Ln is left out: it is gone, or its client does not answer any more.</numerusform>
            <numerusform>%Ln are left out: they are gone, or their client does not answer any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln download(s) and delete the files?</source>
        <translation>
            <numerusform>Cancel this download and delete its files?</numerusform>
            <numerusform>Cancel %Ln downloads and delete their files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln download(s) and the files?</source>
        <translation>
            <numerusform>Delete this download and its files?</numerusform>
            <numerusform>Delete %Ln downloads and their files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Add %Ln download(s)</source>
        <translation>
            <numerusform>Add download</numerusform>
            <numerusform>Add %Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln again</source>
        <translation>
            <numerusform>Try again</numerusform>
            <numerusform>Try %Ln again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForCard</name>
    <message numerus="yes">
        <source>{size} in %Ln file(s)</source>
        <translation>
            <numerusform>{size} in %Ln file</numerusform>
            <numerusform>{size} in %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthStrip</name>
    <message numerus="yes">
        <source>{live} of %Ln client(s) live</source>
        <translation>
            <numerusform>{live} of %Ln client live</numerusform>
            <numerusform>{live} of %Ln clients live</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ClientRows</name>
    <message numerus="yes">
        <source>%Ln download(s) on {client} hidden, not seen for {time}.</source>
        <translation>
            <numerusform>%Ln download on {client} is hidden, not seen for {time}.</numerusform>
            <numerusform>%Ln downloads on {client} are hidden, not seen for {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln download(s) show what was {last_seen}.</source>
        <translation>
            <numerusform>Its download shows what was {last_seen}.</numerusform>
            <numerusform>Its %Ln downloads show what was {last_seen}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Count</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>%Ln download</numerusform>
            <numerusform>%Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloading</source>
        <translation>
            <numerusform>%Ln downloading</numerusform>
            <numerusform>%Ln downloading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln episode(s)</source>
        <translation>
            <numerusform>%Ln episode</numerusform>
            <numerusform>%Ln episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln movie(s)</source>
        <translation>
            <numerusform>%Ln movie</numerusform>
            <numerusform>%Ln movies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peer(s)</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seed(s)</source>
        <translation>
            <numerusform>%Ln seed</numerusform>
            <numerusform>%Ln seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show(s)</source>
        <translation>
            <numerusform>%Ln show</numerusform>
            <numerusform>%Ln shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quit and stop %Ln download(s)?</source>
        <translation>
            <numerusform>Quit and stop %Ln download?</numerusform>
            <numerusform>Quit and stop %Ln downloads?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln event(s)</source>
        <translation>
            <numerusform>the last %Ln event</numerusform>
            <numerusform>the last %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Span</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
