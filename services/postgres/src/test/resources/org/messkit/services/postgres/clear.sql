truncate one;
