# Everything that a reader of the site sees, in English. The same keys in the same order as sv.ftl.

### The server

### Periods and numbers

### The whole site

### Names of the pages

### Four kinds of nothing

### The promise

### The state of activities

### The answers: the most important first

### Charts and map

### Overview

### A village's page

### Tables

### An activity's card

### Activities

### Indicators

### Data and method

### The files of a promise's folder

### Verdicts: a word always rests on a verdict, never on numbers

### Goals

### The method

### Copying

### Ask for the figures: a letter to an authority, and the buttons beside them

### The page for whoever owns the figures

### The pages without JavaScript, and what search engines and links show

### Releases and corrections

### Releases that lie on another machine

release-unconfirmed = This server cannot find out right now whether there is a newer release. Release { $number } was the current one on { $date } at { $time }.
release-out-of-reach-title = The release cannot be fetched right now
release-out-of-reach = There is a release { $number }, but this server cannot reach the machine where it lies. Try again in a while.
data-file-rewritten = The file of release { $number } was written by another version of the database program than the one here. So it cannot be fetched as it was published. The tables are still there.

### Notice-board sheet, cards and link pictures

### Data to fetch: files, formats and what the columns mean

### The page of all files, the package, and addresses that do not work

### Descriptions that machines read

### Follow the promise: feeds and calendars

### Is something wrong? A letter about a mistake
