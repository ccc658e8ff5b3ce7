"""What runs in the reader's browser and in the tests alike: standard library only, no files, no clock."""
